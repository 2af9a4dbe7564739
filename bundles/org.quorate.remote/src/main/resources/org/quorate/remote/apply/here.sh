#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Runs one step of an export on this machine:  here.sh EXPORT STEP plan|apply|undo
# Exits as node.sh does. Ends with all that it has started when its standard input ends: then the program that started it is gone.
set -um
trap '' INT
exec 3<&0 </dev/null
# A process group of its own, which an interrupt at the terminal does not reach: that program decides.
bash -c '
    . "$1/provision.sh"
    open_connections
    run_everywhere "$2" "$3"
    exit "$RESULT"' quorate "$@" 3<&- &
step=$!
{
    cat >/dev/null
    kill -TERM -- "-$step"
    sleep 2
    kill -KILL -- "-$step"
} <&3 >/dev/null 2>&1 &
watch=$!
disown "$watch"
exec 3<&-
wait "$step"
code=$?
kill -KILL -- "-$watch" 2>/dev/null
exit "$code"

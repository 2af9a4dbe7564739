#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# In the place of ssh, for the steps of an export that run on this machine: hands a command to the program that runs them, which sends it
# over a connection of its own. QUORATE_BRIDGE is a folder of that program that nobody else can read.
#
# Called as:  ssh OPTION... -- ADDRESS LINE
# Each call has a folder there: "request" (address, line, each ended by a NUL) appears whole; in, out and err are pipes; "code" is there
# before out and err end. Without it the program has gone, and nobody knows how the command ended: 255, as ssh says.
set -u
while (($# > 0)) && [[ $1 != -- ]]; do shift; done
shift
call=$(mktemp -d "${QUORATE_BRIDGE:?}/call.XXXXXXXX") && mkfifo "$call/in" "$call/out" "$call/err" || exit 255
exec 3<&0
cat <&3 >"$call/in" &
input=$!
exec 3<&- </dev/null
cat <"$call/err" >&2 &
errors=$!
printf '%s\0' "$@" >"$call/new" && mv -- "$call/new" "$call/request" || exit 255
cat <"$call/out"
wait "$errors"
kill "$input" 2>/dev/null
code=255
[[ ! -e $call/code ]] || read -r code <"$call/code"
rm -rf -- "$call"
exit "$code"

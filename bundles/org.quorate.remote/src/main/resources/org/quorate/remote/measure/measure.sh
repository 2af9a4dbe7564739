#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Measures one thing on a node, for POSIX sh and the tools of RHEL 8 and 9, Oracle Linux, Debian 12, Ubuntu 18.04 to 24.04 and SLES 15.
#
#   measure.sh round-trip COUNT INTERVAL SECONDS ADDRESS
#   measure.sh calls SECONDS
#   measure.sh reads SECONDS DEVICE
#   measure.sh scratch SECONDS MIB FILE MOUNT
#
# Changes nothing, but for the scratch file, which has no name any more before anything is written into it: whatever ends this, the file
# system gives its room back. Devices are only ever opened for reading.
#
# All that it starts ends after the seconds given, and with the connection: each tenth of a second a dot goes to standard error, and when
# nobody reads that any more, it ends.
#
# Prints as inventory.sh does: a line "#NAME", then what tools print, each line behind a "|"; "?NAME" for what cannot be.

PATH=/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
export PATH LC_ALL
exec </dev/null
umask 077
child=
file=

tidy() {
    trap '' HUP INT TERM PIPE
    [ -z "$child" ] || kill -TERM "$child" 2>/dev/null
    [ -z "$file" ] || rm -f -- "$file"
}
trap tidy EXIT
trap 'exit 1' HUP INT TERM PIPE

# run SECONDS COMMAND...: what it prints, at most 4 MiB of it, and how it ended. timeout ends all that it has started.
run() {
    limit=$1
    shift
    # shellcheck disable=SC2016 # for the inner shell
    timeout -k 1 "$limit" sh -c '{ "$@" 2>&1; echo "exit $?"; } | head -c 4194304 | tr "\000" "\n" | sed "s/^/|/"' run "$@" &
    child=$!
    while kill -0 "$child" 2>/dev/null; do
        printf . >&2 || exit 1
        sleep 0.1
    done
    wait "$child"
    child=
    echo
}

there() {
    command -v "$1" >/dev/null 2>&1
}

# A connection to a port that nothing listens at is refused after one round trip. Other answers may come from anywhere.
# shellcheck disable=SC2016 # for bash
connects='probe=$({ { :; } 3<>"/dev/tcp/$3/9"; } 2>&1)
case $probe in
"" | *refused*) ;;
*)
    printf "cannot %s\n" "${probe##*: }"
    exit 1
    ;;
esac
for ((i = 0; i < $1; i++)); do
    begun=$EPOCHREALTIME
    { :; } 3<>"/dev/tcp/$3/9"
    printf "%s %s\n" "$begun" "$EPOCHREALTIME"
    sleep "$2"
done 2>/dev/null'

round_trip() {
    count=$1 interval=$2 seconds=$3 address=$4
    if there ping; then
        # The first ones find the neighbour. Older ones let only root ask more often than each fifth of a second.
        timeout -k 1 5 ping -n -c 2 -i "$interval" -W 1 "$address" >/dev/null 2>&1
        [ $? -le 1 ] || interval=0.2
        echo "#ping"
        run "$((seconds + 3))" ping -n -c "$count" -i "$interval" -W 1 -w "$seconds" "$address"
    elif there bash && bash -c '[ -n "$EPOCHREALTIME" ]'; then
        echo "#connect"
        run "$((seconds + 1))" bash -c "$connects" bash "$count" "$interval" "$address"
        echo "#loop"
        run 2 bash -c "$connects" bash 50 0 127.0.0.1
    else
        echo "?ping"
    fi
}

mode=$1
shift
echo "#quorate-measure 1"
case $mode in
round-trip) round_trip "$@" ;;
esac
echo "#end"

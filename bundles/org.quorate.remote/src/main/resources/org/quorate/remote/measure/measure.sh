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

# What a system call costs that does nothing: each byte is one read and one write.
calls() {
    echo "#calls"
    run "$1" dd if=/dev/zero of=/dev/null bs=1 count=300000
}

# share MILLISECONDS PARTS
share() {
    part=$(($1 / $2))
    [ "$part" -ge 200 ] || part=200
    echo "${part}ms"
}

# positions COUNT BLOCKS: places anywhere, other ones each time.
positions() {
    awk -v count="$1" -v blocks="$2" -v seed="$(od -An -N4 -tu4 /dev/urandom)" \
        'BEGIN { srand(seed); for (i = 0; i < count; i++) printf "%.0f\n", int(rand() * blocks) }'
}

reads() {
    seconds=$1 device=$(readlink -f -- "$2")
    if ! [ -b "$device" ]; then
        echo "?device"
        return
    fi
    if ! [ -r "$device" ]; then
        echo "?readable"
        return
    fi
    name=${device##*/}
    sectors=$(cat "/sys/class/block/$name/size")
    echo "#device"
    printf '|%s\n|%s\n' "$name" "$sectors"
    if [ "${sectors:-0}" -lt 65536 ]; then
        echo "?room"
        return
    fi
    if there fio; then
        each=$(share "$((seconds * 1000))" 5)
        echo "#fio"
        # Nothing is written, and the cache of the device stays as it is.
        run "$((seconds + 10))" fio --readonly --output-format=json --direct=1 --invalidate=0 --ioengine=psync --norandommap --randrepeat=0 \
            --thread=1 --group_reporting=1 --time_based=1 --filename="$device" --runtime="$each" --bs=4k --rw=randread \
            --name=single \
            --name=few --stonewall --numjobs=4 \
            --name=many --stonewall --numjobs=16 \
            --name=stream --stonewall --rw=read --bs=1m \
            --name=again --stonewall
    else
        # dd measures its own reads; to start it takes longer than they do, but that does not count.
        # shellcheck disable=SC2016,SC2046 # for the inner shell; words on purpose
        {
            echo "#dd-read"
            run "$((seconds / 2 + 1))" sh -c 'device=$1; shift; for at; do dd if="$device" of=/dev/null bs=4096 count=1 skip="$at" iflag=direct; done' \
                read "$device" $(positions 200 "$((sectors / 8))")
            echo "#dd-stream"
            run "$((seconds / 2 + 1))" sh -c 'device=$1; shift; for at; do dd if="$device" of=/dev/null bs=1048576 count=8 skip="$at" iflag=direct; done' \
                stream "$device" $(positions 8 "$((sectors / 2048 - 8))")
        }
    fi
}

scratch() {
    seconds=$1 mib=$2 path=$3 mount=$4
    folder=${path%/*}
    folder=${folder:-/}
    if [ -e "$path" ] || [ -L "$path" ]; then
        echo "?new"
        return
    fi
    if ! [ -d "$folder" ] || ! [ -w "$folder" ]; then
        echo "?folder"
        return
    fi
    on=$(stat -c %m -- "$folder")
    source=$(df -P -k -- "$folder" | awk 'NR == 2 { print $1 }')
    room=$(df -P -k -- "$folder" | awk 'NR == 2 { print $4 }')
    echo "#place"
    printf '|%s\n|%s\n|%s\n|%s\n' "$on" "$source" "$(stat -f -c %T -- "$folder")" "$room"
    case $source in
    /dev/*)
        echo "#beneath"
        timeout -k 1 5 lsblk -n -r -s -o KNAME -- "$source" 2>/dev/null | head -c 65536 | sed 's/^/|/'
        ;;
    esac
    # The root of an overlay, of a container for example, is not where anybody mounts a LUN either.
    if [ "${mount:-$on}" != "$on" ] || { [ -z "$mount" ] && [ "$on" = / ]; }; then
        echo "?mount"
        return
    fi
    # As much again stays free.
    if [ "${room:-0}" -lt "$((mib * 2048))" ]; then
        echo "?room"
        return
    fi
    file=$path
    set -C
    if ! : 2>/dev/null >"$path"; then
        file=
        echo "?new"
        return
    fi
    set +C
    exec 9<>"$path"
    rm -f -- "$path" || exit 1
    file=
    scratch=/proc/$$/fd/9
    # What was opened is what was made, and has no name: not a device that somebody put there meanwhile.
    if [ "$(stat -L -c '%F %h' "$scratch")" != "regular empty file 0" ]; then
        echo "?nameless"
        return
    fi
    echo "#fill"
    run "$((seconds + 10))" dd if=/dev/urandom of="$scratch" bs=1048576 count="$mib" oflag=direct conv=notrunc,fsync
    if there fio; then
        each=$(share "$((seconds * 1000))" 3)
        echo "#fio"
        run "$((seconds + 10))" fio --output-format=json --direct=1 --invalidate=0 --ioengine=psync --norandommap --randrepeat=0 --thread=1 \
            --allow_file_create=0 --time_based=1 --filename="$scratch" --filesize="${mib}m" --runtime="$each" --bs=4k --rw=randwrite \
            --name=write \
            --name=flush --stonewall --fsync=1 \
            --name=again --stonewall
    else
        # shellcheck disable=SC2016,SC2046 # for the inner shell; words on purpose
        {
            echo "#dd-write"
            run "$((seconds / 2 + 1))" sh -c 'file=$1; shift; for at; do dd if=/dev/zero of="$file" bs=4096 count=1 seek="$at" oflag=direct conv=notrunc; done' \
                write "$scratch" $(positions 100 "$((mib * 256))")
            echo "#dd-flush"
            run "$((seconds / 2 + 1))" sh -c 'file=$1; shift; for at; do dd if=/dev/zero of="$file" bs=4096 count=1 seek="$at" oflag=direct conv=notrunc,fsync; done' \
                flush "$scratch" $(positions 100 "$((mib * 256))")
        }
    fi
    exec 9>&-
}

mode=$1
shift
echo "#quorate-measure 1"
case $mode in
round-trip) round_trip "$@" ;;
calls) calls "$@" ;;
reads) reads "$@" ;;
scratch) scratch "$@" ;;
esac
echo "#end"

#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Looks after the steps of an export on one node, as root. Standard output is the step's; standard error has one word for who asks:
# "quorate-step WORD...". What is kept is in /run, which a restart empties.
#
#   hello RUN                              boot id, and whether the export is there
#   place RUN                              an export comes as a tar on standard input: all of it is there afterwards, or none
#   plan RUN NODE STEP                     what would change
#   start RUN PLACE VERB NODE STEP WWID    begins a step, once, and follows it
#   look RUN PLACE BOOT FROM               how it stands; follows it from that byte on (the first is 1) if it is at work
#   gone RUN                               removes what is kept of a run
set -eu
umask 077
PATH=/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
export PATH LC_ALL

tell() {
    printf 'quorate-step %s\n' "$*" >&2
}

# Names become paths here, and one that is removed; who asks has them from a file. They cannot lead elsewhere.
foreign() {
    echo "this is no name of a $1" >&2
    exit 64
}

is_run() {
    case $1 in
    *[!0-9a-f-]*) return 1 ;;
    ????????-?????????-??????) ;;
    *) return 1 ;;
    esac
}

is_place() {
    case $1 in
    [0-9]*-[a-z0-9]*) ;;
    *) return 1 ;;
    esac
    case $1 in
    *[!0-9a-z-]*) return 1 ;;
    esac
}

verb=$1
is_run "$2" || foreign run
run=/run/quorate/$2
shift 2
case $verb in
start | look) is_place "$1" || foreign place ;;
esac

boot_id() {
    cat /proc/sys/kernel/random/boot_id
}

# Since when the process runs, in ticks since the start of the machine: a number is given to another process one day.
since() { # PID
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    stat=${stat##*) }
    # shellcheck disable=SC2086 # numbers
    set -- $stat
    printf '%s\n' "${20}"
}

is_at_work() { # FOLDER
    read -r pid start <"$1/pid" || return 1
    test -n "$pid" && test "$(since "$pid" || true)" = "$start"
}

told_end() { # FOLDER
    code=$(cat "$1/code" 2>/dev/null) || return 1
    case $code in
    [0-9][0-9][0-9]) tell "ended ${code}" ;;
    *) return 1 ;;
    esac
}

follow() { # FOLDER FROM
    if is_at_work "$1"; then
        tail -c "+$2" -s 0.1 -f "--pid=$pid" -- "$1/out"
    else
        tail -c "+$2" -- "$1/out" 2>/dev/null || true
    fi
    told_end "$1" || tell died
}

# Whoever renames the file "ready" decides: the step's own process, and then it runs; or who looks, and then it never will.
never_begins() { # FOLDER
    test ! -e "$1/begun" || return 1
    ! mv -T -- "$1/ready" "$1/never" 2>/dev/null || return 0
    test ! -e "$1/begun" || return 1
    # Its preparation has not come that far: it finds no folder any more.
    test -e "$1/never" || mv -T -- "$1" "$1.never" 2>/dev/null || test -e "$1.never"
}

prepare() { # FOLDER: what is written later has its room by now, should the disk be full then
    mkdir -- "$1" &&
        printf '%s\n' '---' >"$1/code" &&
        printf '%63s\n' '' >"$1/pid" &&
        : >"$1/out" &&
        : >"$1/ready"
}

# shellcheck disable=SC2016 # expanded by the shell that runs it
runner='set -eu
    folder=$1
    shift
    mv -T -- "$folder/ready" "$folder/begun"
    stat=$(cat "/proc/$$/stat")
    stat=${stat##*) }
    bundle=$1 wwid=$2
    shift 2
    order="$1 --as $2 $3"
    set -- $stat
    printf "%s %s\n" "$$" "${20}" 1<>"$folder/pid"
    code=0
    QUORATE_FORM=apply CONFIRM_WWID=$wwid bash "$bundle/node.sh" $order || code=$?
    printf "%03d\n" "$code" 1<>"$folder/code"'

start() { # PLACE VERB NODE STEP WWID
    folder=$run/$1
    test -e "$run/export/SHA256SUMS" || { tell absent && return; }
    if ! prepare "$folder"; then
        tell never
        return
    fi
    setsid sh -c "$runner" quorate "$folder" "$run/export" "$5" "$2" "$3" "$4" </dev/null >"$folder/out" 2>&1 &
    await "$folder" || { never_begins "$folder" && tell never && return; }
    follow "$folder" 1
}

await() { # FOLDER: until its process has written who it is
    tries=0
    while test "$tries" -lt 100; do
        read -r pid start <"$1/pid" && test -n "$pid" && return 0
        sleep 0.05
        tries=$((tries + 1))
    done
    return 1
}

look() { # PLACE BOOT FROM
    folder=$run/$1
    if test -e "$folder/begun"; then
        await "$folder" || true
        follow "$folder" "$3"
    elif test "$(boot_id)" != "$2"; then
        tell restarted
    elif mkdir -p -- "$run" && mkdir -- "$folder" 2>/dev/null; then
        # Now that this folder is there, what may still be on its way here cannot begin.
        tell never
    elif never_begins "$folder"; then
        tell never
    else
        await "$folder" || true
        follow "$folder" "$3"
    fi
}

place() {
    mkdir -p -- "$run"
    new=$(mktemp -d -- "$run/new.XXXXXX")
    trap 'rm -rf -- "$new"' EXIT
    tar -xf - --no-same-owner -C "$new"
    (cd -- "$new" && sha256sum --quiet -c SHA256SUMS >&2)
    test -e "$run/export" || mv -T -- "$new" "$run/export"
}

case $verb in
hello)
    boot_id
    if test -e "$run/export/SHA256SUMS"; then echo there; else echo absent; fi
    ;;
place) place ;;
plan)
    if test -e "$run/export/SHA256SUMS"; then
        code=0
        timeout -k 5 600 bash "$run/export/node.sh" plan --as "$1" "$2" </dev/null 2>&1 || code=$?
        tell "ended $code"
    else
        tell absent
    fi
    ;;
start) start "$@" ;;
look) look "$@" ;;
gone) rm -rf -- "$run" ;;
esac

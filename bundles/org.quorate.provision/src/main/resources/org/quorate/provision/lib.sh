# shellcheck shell=bash
# What the scripts of this export share. Sourced, never run. Holds no values: those are in settings.sh.

PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH LC_ALL=C
umask 077

# Exit codes, of steps and of whole scripts.
readonly DONE=0 FAILED=1 REFUSED=2 PENDING=3 UNCONFIRMED=4

say() {
    printf '%s\n' "$*"
}

note() {
    printf '    %s\n' "$*"
}

# Ends a check (steps run with set -e): this is not as it should be, and the step's act can change it.
change() {
    note "$*"
    return "$PENDING"
}

# Stops the step: going on would not be safe, or only a person can put it right.
refuse() {
    note "REFUSED: $*"
    exit "$REFUSED"
}

fail() {
    note "FAILED: $*"
    exit "$FAILED"
}

# Stops the step until a person has typed the word that it wants.
confirm() { # VARIABLE WORD WHY
    [[ ${!1:-} == "$2" ]] && return 0
    note "WAITING: $3"
    note "To go on: $1=$2 ./provision.sh --apply"
    exit "$UNCONFIRMED"
}

# Runs one step: check, and when asked to: act, then verify. In subshells, so that a refusal ends the step only; without
# file 9, the lock of the whole run, which nothing that a step starts may keep.
run_step() { # ID MODE(plan|apply|undo)
    local name=${1//-/_} result
    if [[ $2 == undo ]]; then
        (
            set -e
            "${name}_undo"
        ) 9>&-
        result=$?
        ((result == 0)) || note "FAILED: could not be taken back (code $result)"
        return "$result"
    fi
    (
        set -e
        "${name}_check"
    ) 9>&-
    result=$?
    case $result in
    0) note "already done" && return "$DONE" ;;
    "$PENDING") ;;
    "$REFUSED") return "$REFUSED" ;;
    *) note "FAILED: the check itself failed (code $result)" && return "$FAILED" ;;
    esac
    [[ $2 == apply ]] || return "$PENDING"
    (
        set -e
        "${name}_act"
    ) 9>&-
    result=$?
    case $result in
    0) ;;
    "$REFUSED" | "$UNCONFIRMED") return "$result" ;;
    *) note "FAILED: the change did not succeed (code $result)" && return "$FAILED" ;;
    esac
    (
        set -e
        "${name}_verify"
    ) 9>&-
    result=$?
    if ((result != 0)); then
        note "FAILED: changed, but not as it should be"
        return "$FAILED"
    fi
    note "done"
    return "$DONE"
}

# Waits until a command succeeds, at most so many seconds.
wait_until() { # SECONDS COMMAND...
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS < end)) || return 1
        sleep 2
    done
}

index_of_node() { # NAME
    local i
    for i in "${!NODE_NAMES[@]}"; do
        if [[ ${NODE_NAMES[i]} == "$1" ]]; then
            printf '%s\n' "$i"
            return 0
        fi
    done
    return 1
}

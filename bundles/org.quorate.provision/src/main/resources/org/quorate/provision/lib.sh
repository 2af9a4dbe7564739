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
    local option=${1,,}
    case ${QUORATE_FORM:-bash} in
    ansible) note "To go on: ansible-playbook site.yml -e $option=$2" ;;
    apply) note "To go on: the same command again, with --${option//_/-} $2" ;;
    *) note "To go on: the same command again, with $1=$2 before it" ;;
    esac
    exit "$UNCONFIRMED"
}

# A value with an x behind it, which keeps the line ends that $(...) would drop.
refuse_unsound_secret() { # NAME VALUEx
    local value=${2%x}
    [[ $value != [[:space:]]* && $value != *[[:space:]] ]] || refuse "the secret $1 begins or ends with a blank"
    [[ $value != *$'\n'* ]] || refuse "the secret $1 has more than one line"
    [[ $1 != chap || (${#value} -ge 12 && ${#value} -le 16) ]] || refuse "a CHAP secret has 12 to 16 characters"
}

# Runs one function of a step in a subshell, so that a refusal ends the step only; without file 9, the lock of the whole
# run, which nothing that a step starts may keep. Never in a condition: set -e would not count then.
run_function() { # NAME
    (
        set -e
        "$1"
    ) 9>&-
}

# Runs one step: check and guard, and when asked to: act, then verify. "finish" is for one whose check has said that there
# is something to do, and whose files are in place by now.
run_step() { # ID MODE(plan|apply|finish|undo)
    local name=${1//-/_} result
    if [[ $2 == undo ]]; then
        run_function "${name}_undo"
        result=$?
        ((result == 0)) || note "FAILED: could not be taken back (code $result)"
        return "$result"
    fi
    if [[ $2 != finish ]]; then
        run_function "${name}_check"
        result=$?
        case $result in
        0) note "already done" && return "$DONE" ;;
        "$PENDING") ;;
        "$REFUSED") return "$REFUSED" ;;
        *) note "FAILED: the check itself failed (code $result)" && return "$FAILED" ;;
        esac
    fi
    if declare -F "${name}_guard" >/dev/null; then
        run_function "${name}_guard"
        result=$?
        ((result != REFUSED)) || return "$REFUSED"
        ((result == 0)) || { note "FAILED: the guard itself failed (code $result)" && return "$FAILED"; }
    fi
    [[ $2 != plan ]] || return "$PENDING"
    run_function "${name}_act"
    result=$?
    case $result in
    0) ;;
    "$REFUSED" | "$UNCONFIRMED") return "$result" ;;
    *) note "FAILED: the change did not succeed (code $result)" && return "$FAILED" ;;
    esac
    run_function "${name}_verify"
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

#!/usr/bin/env bash
# The part of this export that works on one node, as root. provision.sh calls it over ssh; it can be used by hand too:
#
#   ./node.sh list                 the steps that this script knows, in order
#   ./node.sh plan  [STEP]...      what would change; changes nothing
#   ./node.sh apply STEP...        check, change, verify; asks for CONFIRM_WWID=... before it formats
#   ./node.sh finish STEP...       the same without its check, for who has put the step's files in place himself
#   ./node.sh keep  PATH...        keeps what is there before another tool puts a file of this export in its place
#   ./node.sh undo  STEP...        take a step back; never removes a file system, a volume or data
#   ./node.sh health               what runs and what does not; changes nothing
#   ./node.sh tested               records that this node's fencing was tried; provision.sh does it after its own test
#
# Exit code: 0 done or nothing to do, 1 failed, 2 refused, 3 something would change, 4 a confirmation is missing.
set -uo pipefail
BUNDLE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) || exit 1
# shellcheck source=settings.sh
. "$BUNDLE/settings.sh"
# shellcheck source=lib.sh
. "$BUNDLE/lib.sh"
# shellcheck source=node-lib.sh
. "$BUNDLE/node-lib.sh"

@STEPS@

belongs_here() { # STEP
    case ${WHERE[$1]} in
    'each node') ;;
    'first node') ((ME == 0)) ;;
    *) return 1 ;;
    esac
}

main() {
    local verb=${1:-help} step result=0 code
    shift
    SELF=$(hostname)
    if [[ ${1:-} == --as ]]; then
        SELF=$2
        shift 2
    fi
    case $verb in
    list) printf '%s\n' "${STEPS[@]}" && return ;;
    health | facts | probe | tested | complete | keep | secrets | held | hold | release | plan | apply | finish | undo) ;;
    *) sed -n '2,/^set/{/^set/!s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" && return ;;
    esac
    [[ $(id -u) == 0 ]] || fail "this script needs root"
    ME=$(index_of_node "$SELF") || refuse "this machine is $SELF, which is none of the nodes: ${NODE_NAMES[*]}"
    case $verb in
    plan | apply | finish | undo) ;;
    *)
        "node_$verb" "$@"
        return
        ;;
    esac
    if [[ $verb != plan ]]; then
        exec 9>/run/quorate.lock
        flock -n 9 || refuse "another run of this script is at work on this node"
        (($# > 0)) || fail "which step? See: $0 list"
    fi
    (($# > 0)) || set -- "${STEPS[@]}"
    for step; do
        [[ " ${STEPS[*]} ${GROWTH_STEPS[*]} " == *" $step "* ]] || fail "no such step: $step"
        if ! belongs_here "$step"; then
            [[ $verb == plan ]] || note "$step is a step of the ${WHERE[$step]}"
            continue
        fi
        say "[$SELF] $step: ${TITLES[$step]}"
        run_step "$step" "$verb"
        code=$?
        ((code == 0)) || [[ $result == "$REFUSED" ]] || result=$code
        ((code == 0)) || [[ $verb == plan ]] || break
    done
    return "$result"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    main "$@"
fi

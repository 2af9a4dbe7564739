#!/usr/bin/env bash
# Sets up the cluster of this export over ssh, from an administrator's machine: step by step, each on all its nodes at once.
#
#   ./provision.sh                     dry run: what would change on which node; changes nothing
#   ./provision.sh --apply             check, change, verify, step by step; stops at the first problem
#   ./provision.sh --only STEP,...     only these steps (with or without --apply)
#   ./provision.sh --grow lun|slots|node   a cluster at work grows to what this export says; a dry run unless --apply
#   ./provision.sh --list              the steps, in order
#   ./provision.sh --post-check        what runs and what does not; tries a probe file, a lock and 1000 lines a node
#   ./provision.sh --undo [--apply]    back, in reverse order; needs CONFIRM_ROLLBACK=cluster; data always stays
#
# Running it again goes on where it stopped: what is done is found done. Two steps wait for your word:
#   CONFIRM_FENCING_TEST=cluster       restarts every node once, before there is data
#   CONFIRM_WWID=wwid                  formats the LUN, only if it is blank
# and one of growth:
#   CONFIRM_UNMOUNT=cluster            unmounts OCFS2 on all nodes, to add slots
#
# Environment: SSH_USER (root), SSH_SUDO=yes (log in as SSH_USER and use sudo -n there), EDITED=yes (accept files that
# you changed since the export), AT_ONCE=number (of nodes that a step works on at the same time, 16), PROBE_LINES=number
# (of lines a node, in the post-check), and the variables that the scenario names for its secrets.
#
# Exit code: 0 done, 1 failed, 2 refused, 4 a confirmation is missing.
set -uo pipefail
((BASH_VERSINFO[0] >= 4)) || { printf 'This needs bash 4 or later.\n' >&2 && exit 1; }
BUNDLE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) || exit 1
if [[ ${EDITED:-no} != yes ]] && ! (cd "$BUNDLE" && sha256sum --quiet -c SHA256SUMS) >&2; then
    printf 'Files of this export were changed. If that was you, say EDITED=yes.\n' >&2
    exit 2
fi
# shellcheck source=settings.sh
. "$BUNDLE/settings.sh"
# shellcheck source=lib.sh
. "$BUNDLE/lib.sh"
# shellcheck source=admin-lib.sh
. "$BUNDLE/admin-lib.sh"

@STEPS@

main() {
    AT_ONCE=${AT_ONCE:-16}
    [[ $AT_ONCE =~ ^[1-9][0-9]{0,2}$ ]] || refuse "AT_ONCE is a number of nodes, from 1 to 999"
    local mode=plan only='' verb=run growth=''
    while (($# > 0)); do
        case $1 in
        --apply) mode=apply ;;
        --only)
            [[ ${2:-} =~ [a-z] ]] || refuse "--only needs the names of steps, with commas between them (see --list)"
            only=$2 && shift
            ;;
        --grow) growth=${2:-none} && shift ;;
        --list) verb=list ;;
        --undo) verb=undo ;;
        --post-check) verb=post_check ;;
        -h | --help) sed -n '2,/^set/{/^set/!s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" && return ;;
        *) refuse "no such argument: $1 (see --help)" ;;
        esac
        shift
    done
    chosen_steps "$only" "$growth"
    if [[ $verb == list ]]; then
        list_steps
        return
    fi
    open_connections
    "admin_$verb" "$mode"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    main "$@"
fi

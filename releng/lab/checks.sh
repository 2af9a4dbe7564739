# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# What a run of the lab does: applies the export as an administrator would, and looks at what came out. Sourced, not run.

: "${run:?the folder of the run}"
checks_passed=0 checks_failed=0

# Runs one check with its output in a log; a check that fails ends the run, since the later ones stand on it.
check() { # TEXT COMMAND...
    local text=$1 log=$run/check.log
    shift
    if "$@" >"$log" 2>&1; then
        checks_passed=$((checks_passed + 1))
        tell "ok       $text"
    else
        checks_failed=$((checks_failed + 1))
        tail -n 40 "$log" >&2
        tell "FAILED   $text"
        verdict
        return 1
    fi
}

verdict() {
    tell "$checks_passed passed, $checks_failed failed"
}

on() { # NODE-NAME COMMAND-LINE
    inside ssh -o BatchMode=yes "root@$(address_of "$1")" "$2" </dev/null
}

# The script that an administrator runs, with what it asks for, from beside the nodes.
provision() { # ARGUMENT...
    local i variables=()
    for i in "${!SECRET_NAMES[@]}"; do
        [[ ${SECRET_KINDS[i]} == env ]] || die "the lab makes secrets of the kind env:NAME only; ${SECRET_NAMES[i]} is another"
        variables+=("${SECRET_PLACES[i]}=$(secret "${SECRET_NAMES[i]}")")
    done
    inside env "${variables[@]}" CONFIRM_FENCING_TEST="$CLUSTER" CONFIRM_WWID="$LUN_WWID" \
        CONFIRM_ROLLBACK="$CLUSTER" "$run/export/provision.sh" "$@"
}

# As above, with each step told as it begins; everything else goes to the log of the check.
provision_told() {
    local line
    while IFS= read -r line; do
        printf '%s\n' "$line"
        [[ ! $line =~ ^\[[a-z0-9-]+\]\ [a-z0-9-]+: ]] || tell "         $line" >&4
    done < <(provision "$@" 2>&1 </dev/null && echo PROVISIONED)
    [[ $line == PROVISIONED ]]
}

# ---- after provisioning -----------------------------------------------------------------------------------------------

# Without --apply: every step finds its work done.
changes_nothing() {
    provision | tee "$run/plan.log"
    grep -qE '^Dry run: 0 of [0-9]+ steps would change something, 0 would not start' "$run/plan.log"
}

is_mounted_everywhere() {
    local name
    for name in "${NODE_NAMES[@]}"; do
        on "$name" "findmnt -rn -t $FS -M $MOUNT_POINT" || return 1
    done
}

await_mounts() { # SECONDS
    local end=$((SECONDS + $1))
    until is_mounted_everywhere; do
        ((SECONDS < end)) || return 1
        sleep 3
    done
}

# A node that restarts comes back, mounts by itself, and finds what the others wrote meanwhile.
restart_and_return() { # NAME OTHER-NAME
    local before after end=$((SECONDS + 300))
    before=$(on "$1" 'cat /proc/sys/kernel/random/boot_id')
    on "$1" 'systemctl reboot' || true
    on "$2" "echo written while $1 restarts >$MOUNT_POINT/.lab-restart && sync"
    until after=$(on "$1" 'cat /proc/sys/kernel/random/boot_id') && [[ $after != "$before" ]]; do
        ((SECONDS < end)) || return 1
        sleep 3
    done
    await_mounts 240 || return 1
    [[ $(on "$1" "cat $MOUNT_POINT/.lab-restart") == "written while $1 restarts" ]]
    on "$2" "rm $MOUNT_POINT/.lab-restart"
}

# ---- the guard ---------------------------------------------------------------------------------------------------------

# On a LUN that holds something that no tool knows, the step that formats must refuse, whatever is confirmed.
refuses_to_format() {
    local code=0
    # 64 KiB of something within the last MiB.
    on "${NODE_NAMES[0]}" "tr '\\0' x </dev/zero | dd of=$DEVICE bs=4096 count=16 seek=$((LUN_BYTES / 4096 - 32)) oflag=direct conv=notrunc iflag=fullblock" || return
    provision --apply --only "format-$FS" | tee "$run/refusal.log" || code=${PIPESTATUS[0]}
    ((code == 2)) && grep 'REFUSED: .* its last MiB is not zero' "$run/refusal.log" || return
    [[ $(on "${NODE_NAMES[0]}" "blkid -p $DEVICE; dd if=$DEVICE bs=4096 count=1 skip=$((LUN_BYTES / 4096 - 32)) iflag=direct 2>/dev/null | tr -d x | wc -c") == 0 ]] || return
    on "${NODE_NAMES[0]}" "dd if=/dev/zero of=$DEVICE bs=4096 count=16 seek=$((LUN_BYTES / 4096 - 32)) oflag=direct conv=notrunc"
}

run_checks() {
    exec 4>&1
    local steps before
    mapfile -t steps < <(provision --list | awk '{ print $1 }')
    before=${steps[*]}
    before=${before%% format-*}
    check "every step but the last ones, from nothing" provision_told --apply --only "${before// /,}"
    check "the guard refuses to format a LUN that is not empty" refuses_to_format
    check "the rest: formatted and mounted" provision_told --apply
    check "mounted on all nodes" is_mounted_everywhere
    check "post-check: written here and read there, locks, lines appended by all at once" provision --post-check
    check "a second apply finds everything done" changes_nothing
    check "a node restarts and comes back with its mount" restart_and_return "${NODE_NAMES[1]}" "${NODE_NAMES[0]}"
    check "post-check after the restart" provision --post-check
    check "and still nothing to do" changes_nothing
    verdict
}

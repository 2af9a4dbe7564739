# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# What a run of the lab does: applies the export as an administrator would, and looks at what came out. Sourced, not run.
# shellcheck disable=SC2119,SC2120,SC2154 # provision and runner go without arguments, too; the rest is set by releng/lab/lab

: "${run:?the folder of the run}" "${node_ssh:?of nodes.sh}" "${patience:?of nodes.sh}"
checks_passed=0 checks_failed=0
job=''   # the process group of the check that runs
alarm='' # and of what ends it when it takes too long

# Runs one check with its output in a log; a check that fails, or that is not over in three times the lab's patience, ends the
# run, since the later ones stand on it.
check() { # TEXT COMMAND...
    local text=$1 log=$run/check.log code=0 ended=''
    shift
    # In the background, so that an interrupt is heard at once; as process groups, which are ended as a whole.
    set -m
    "$@" >"$log" 2>&1 </dev/null 7>&- &
    job=$!
    sleep $((3 * patience)) >/dev/null 2>&1 4>&- 7>&- &
    alarm=$!
    set +m
    wait -n -p ended "$job" "$alarm" || code=$?
    if [[ $ended == "$alarm" ]]; then
        printf 'not over after %d s\n' $((3 * patience)) >>"$log"
        code=124
    fi
    end_check # what a failed one has started, such as a login that holds a lock
    if ((code == 0)); then
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

# Ends the check that runs, with all that it started: an export is applied no further. Of one that has ended, what is left of it.
end_check() {
    local group
    for group in $alarm $job; do
        kill -TERM -- "-$group" 2>/dev/null || true
        wait "$group" 2>/dev/null || true
    done
    alarm='' job=''
}

verdict() {
    tell "$checks_passed passed, $checks_failed failed"
}

# A command may take the lab's patience and no more: a node whose disk stands still answers ssh all the same.
on() { # NODE-NAME COMMAND-LINE
    inside timeout "$patience" "${node_ssh[@]}" -o BatchMode=yes "root@$(address_of "$1")" "$2" </dev/null
}

# What the export asks for: the lab's own secrets, in the variables that the scenario names.
read_secrets() { # sets SECRETS
    local i
    SECRETS=()
    for i in "${!SECRET_NAMES[@]}"; do
        [[ ${SECRET_KINDS[i]} == env ]] || die "the lab makes secrets of the kind env:NAME only; ${SECRET_NAMES[i]} is another"
        SECRETS+=("${SECRET_PLACES[i]}=$(secret "${SECRET_NAMES[i]}")")
    done
}

# The script that an administrator runs, with what it asks for, from beside the nodes. A thousand lines of a node, as a
# post-check has them by itself, take a minute and a half on three user-mode nodes, and say no more.
provision() { # ARGUMENT...
    read_secrets
    inside env "${SECRETS[@]}" CONFIRM_FENCING_TEST="$CLUSTER" CONFIRM_WWID="$LUN_WWID" \
        CONFIRM_ROLLBACK="$CLUSTER" EDITED="${edited:-no}" PROBE_LINES=200 "$bundle/provision.sh" "$@"
}

# The same by Quorate's own SSH runner.
runner() { # ARGUMENT...
    read_secrets
    inside env "${SECRETS[@]}" "$home/quorate" apply "$planned" ${label:+-f "$label"} --ssh-config "$run/ssh/config" \
        --user root --by-address --batch --audit "$run/audit" --run --yes "$CLUSTER" --confirm-wwid "$LUN_WWID" \
        --confirm-fencing-test "$CLUSTER" "$@"
}

# Has steps done, by the script or by the runner.
apply_told() { # STEPS
    local applier=(provision --apply)
    [[ $by == script ]] || applier=(runner)
    tell_steps "${applier[@]}" --only "$1"
}

# Tells each step as it goes; everything else goes to the log of the check.
tell_steps() { # COMMAND...: the script's or the runner's, which write a line for each
    local line last='' told='^\[[a-z0-9-]+\] [a-z0-9-]+: |^[a-z0-9-]+  [a-z0-9-]+: [A-Z ]+ \('
    while IFS= read -r line; do
        printf '%s\n' "$line"
        last=$line
        [[ ! $line =~ $told ]] || tell "         $line" >&4
    done < <("$@" 2>&1 </dev/null && echo APPLIED)
    [[ $last == APPLIED ]]
}

# Every step finds its work done.
changes_nothing() {
    if [[ $by == runner ]]; then
        runner | tee "$run/plan.log"
        grep -qx 'All is done; 0 changed something.' "$run/plan.log"
    else
        provision | tee "$run/plan.log"
        grep -qE '^Dry run: 0 of [0-9]+ steps would change something, 0 would not start' "$run/plan.log"
    fi
}

# The export's steps from one on, up to another that is not among them; with commas. Without names: from the first, to the last.
steps_between() { # FROM TO
    local chosen=" ${STEPS[*]} "
    [[ -z $1 ]] || chosen=" $1 ${chosen##* "$1" }"
    [[ -z $2 ]] || chosen=${chosen%% "$2" *}
    chosen=${chosen# }
    chosen=${chosen% }
    printf '%s\n' "${chosen// /,}"
}

# From the nodes as they were installed to a cluster that has its file system mounted.
check_setup() {
    local next=''
    if [[ $FS == gfs2 ]]; then
        check_broken_gfs2
        next=cib-cluster
    else
        check_broken_o2cb
    fi
    check "every step before the LUN is written" apply_told "$(steps_between "$next" "$(format_step)")"
    check "the guard refuses to format a LUN that is not empty" refuses_to_format
    check "persistent reservations: a node whose key is taken away writes no more" \
        reservation_cuts_off "${NODE_NAMES[0]}" "${NODE_NAMES[-1]}"
    check "the rest: formatted and mounted" apply_told "$(steps_between "$(format_step)" "")"
    check "mounted on all nodes" is_mounted_everywhere
}

run_checks() {
    exec 4>&1
    if [[ $grow == yes ]]; then
        use_export smaller
        check_setup
        use_export export
        check "${NODE_NAMES[-1]} is added while the others go on" grows_by "${NODE_NAMES[-1]}" "${NODE_NAMES[0]}"
    else
        check_setup
    fi
    check "post-check: written here and read there, locks, lines appended by all at once" provision --post-check
    check "a second apply finds everything done" changes_nothing
    check "a node restarts and comes back with its mount" restart_and_return "${NODE_NAMES[-1]}" "${NODE_NAMES[0]}"
    check "a node loses power with a lock in its hand, and the others go on" survives_power_loss "${NODE_NAMES[-1]}" "${NODE_NAMES[0]}"
    check "post-check after both" provision --post-check
    [[ $keep == yes || $undo == no ]] || check "taken back: nothing is mounted or runs, and the data stays" is_taken_back
    verdict
}

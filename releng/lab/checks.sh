# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# What a run of the lab does: applies the export as an administrator would, and looks at what came out. Sourced, not run.

: "${run:?the folder of the run}" "${node_ssh:?of nodes.sh}" "${patience:?of nodes.sh}"
checks_passed=0 checks_failed=0
job='' # the process group of the check that runs

# Runs one check with its output in a log; a check that fails ends the run, since the later ones stand on it.
check() { # TEXT COMMAND...
    local text=$1 log=$run/check.log code=0
    shift
    # In the background, so that an interrupt is heard at once; as a process group, which is ended as a whole.
    set -m
    "$@" >"$log" 2>&1 </dev/null 7>&- &
    job=$!
    set +m
    wait "$job" || code=$?
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
    [[ -n $job ]] || return 0
    kill -TERM -- "-$job" 2>/dev/null || true
    wait "$job" 2>/dev/null || true
    job=''
}

verdict() {
    tell "$checks_passed passed, $checks_failed failed"
}

on() { # NODE-NAME COMMAND-LINE
    inside "${node_ssh[@]}" -o BatchMode=yes "root@$(address_of "$1")" "$2" </dev/null
}

# The script that an administrator runs, with what it asks for, from beside the nodes.
provision() { # ARGUMENT...
    local i variables=()
    for i in "${!SECRET_NAMES[@]}"; do
        [[ ${SECRET_KINDS[i]} == env ]] || die "the lab makes secrets of the kind env:NAME only; ${SECRET_NAMES[i]} is another"
        variables+=("${SECRET_PLACES[i]}=$(secret "${SECRET_NAMES[i]}")")
    done
    inside env "${variables[@]}" CONFIRM_FENCING_TEST="$CLUSTER" CONFIRM_WWID="$LUN_WWID" \
        CONFIRM_ROLLBACK="$CLUSTER" EDITED="${edited:-no}" "${bundle:-$run/export}/provision.sh" "$@"
}

# As above, with each step told as it begins; everything else goes to the log of the check.
provision_told() {
    local line last=''
    while IFS= read -r line; do
        printf '%s\n' "$line"
        last=$line
        [[ ! $line =~ ^\[[a-z0-9-]+\]\ [a-z0-9-]+: ]] || tell "         $line" >&4
    done < <(provision "$@" 2>&1 </dev/null && echo PROVISIONED)
    [[ $last == PROVISIONED ]]
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

# Tries again until it succeeds, within the lab's patience and while there is a lab.
until_it() { # COMMAND...
    local end=$((SECONDS + patience))
    until "$@"; do
        ((SECONDS < end)) || return 1
        box_is_up || return 1
        sleep 2
    done
}

has_restarted() { # NAME BOOT-ID-BEFORE
    local now
    now=$(on "$1" 'cat /proc/sys/kernel/random/boot_id') && [[ $now != "$2" ]]
}

# A node that restarts comes back, mounts by itself, and finds what the others wrote meanwhile.
restart_and_return() { # NAME OTHER-NAME
    local before
    before=$(on "$1" 'cat /proc/sys/kernel/random/boot_id') || return
    on "$1" 'systemctl reboot' || true
    on "$2" "echo written while $1 restarts >$MOUNT_POINT/.lab-restart && sync" || return
    until_it has_restarted "$1" "$before" || return
    until_it is_mounted_everywhere || return
    [[ $(on "$1" "cat $MOUNT_POINT/.lab-restart") == "written while $1 restarts" ]] || return
    on "$2" "rm $MOUNT_POINT/.lab-restart"
}

# A line in the log of the kernel of each node but one; recoveries from then on are told by what comes after it.
mark() { # NAME-OF-THE-DEAD MARK
    local name
    for name in "${NODE_NAMES[@]}"; do
        [[ $name != "$1" ]] || continue
        on "$name" "echo '$2' >/dev/kmsg" || return
    done
}

# The kernel of one of the others has recovered a journal since the mark: whoever is first does it, and says so. A node that
# does not answer has not.
has_recovered() { # NAME-OF-THE-DEAD MARK
    local name said words='ocfs2: End replay journal'
    [[ $FS != gfs2 ]] || words='gfs2: .*jid=[0-9]+: Done'
    for name in "${NODE_NAMES[@]}"; do
        [[ $name != "$1" ]] || continue
        said=$(on "$name" dmesg) || continue
        [[ $said == *"$2"* ]] || continue # it is another boot's
        ! grep -E "$words" <<<"${said##*"$2"}" || return 0
    done
    return 1
}

# A node that loses its power with a lock in its hand: the others recover its journal, another gets the lock, and the dead
# one comes back. Where there are fence devices the cluster switches it on, else we do.
survives_power_loss() { # NAME OTHER-NAME
    local file=$MOUNT_POINT/.lab-lock mark said holder
    exec 5< <(on "$1" "exec 8>>$file && flock 8 && echo held && exec sleep 3600")
    holder=$!
    read -r -t "$patience" said <&5 && [[ $said == held ]] || return
    ! on "$2" "flock -n $file true" || return
    mark="quorate-lab: $1 loses its power, $EPOCHREALTIME"
    mark "$1" "$mark" || return
    order off "$1"
    on "$2" "flock -w $patience $file true" || return
    until_it has_recovered "$1" "$mark" || return
    kill "$holder" 2>/dev/null || true
    [[ -n ${FENCE_AGENT:-} ]] || order on "$1"
    until_it is_mounted_everywhere || return
    on "$1" "flock -w $patience $file rm $file"
}

# ---- the guard ---------------------------------------------------------------------------------------------------------

# The export's steps from one on, up to another that is not among them; with commas. Without names: from the first, to the last.
steps_between() { # FROM TO
    local chosen=" ${STEPS[*]} "
    [[ -z $1 ]] || chosen=" $1 ${chosen##* "$1" }"
    [[ -z $2 ]] || chosen=${chosen%% "$2" *}
    chosen=${chosen# }
    chosen=${chosen% }
    printf '%s\n' "${chosen// /,}"
}

format_step() { # the first that writes to the LUN
    [[ $FS == gfs2 ]] && printf 'volume-gfs2\n' || printf 'format-%s\n' "$FS"
}

# On a LUN that holds something that no tool knows, the step that formats must refuse, whatever is confirmed.
refuses_to_format() {
    local code=0 place=$((LUN_BYTES / 4096 - 32)) left
    on "${NODE_NAMES[0]}" "tr '\\0' x </dev/zero | dd of=$DEVICE bs=4096 count=16 seek=$place oflag=direct conv=notrunc iflag=fullblock" ||
        return
    provision --apply --only "$(format_step)" | tee "$run/refusal.log" || code=${PIPESTATUS[0]}
    ((code == 2)) && grep 'REFUSED: .* its last MiB is not zero' "$run/refusal.log" || return
    left=$(on "${NODE_NAMES[0]}" "dd if=$DEVICE bs=4096 count=16 skip=$place iflag=direct | tr -dc x | wc -c")
    [[ $left == 65536 ]] || return
    on "${NODE_NAMES[0]}" "dd if=/dev/zero of=$DEVICE bs=4096 count=16 seek=$place oflag=direct conv=notrunc"
}

# ---- broken exports ----------------------------------------------------------------------------------------------------

# An export with one file edited is refused as such; and when the edit is meant, the step refuses it, by its cause.
broken_is_named() { # plan|apply STEP FILE SED-SCRIPT TEXT
    local bundle=$run/broken edited=no code=0 mode=()
    [[ $1 == plan ]] || mode=(--apply)
    rm -rf --one-file-system "$bundle"
    cp -a "$run/export" "$bundle"
    sed -i "$4" "$bundle/$3"
    provision "${mode[@]}" --only "$2" || code=$?
    ((code == 2)) || return 1
    edited=yes code=0
    provision "${mode[@]}" --only "$2" 2>&1 | tee "$run/broken.log" || code=${PIPESTATUS[0]}
    ((code == 2)) && grep -F "$5" "$run/broken.log"
}

check_broken_o2cb() {
    check "broken: a node's name that is not its host name is refused by that cause" broken_is_named plan o2cb \
        files/common/etc/ocfs2/cluster.conf "s/name = ${NODE_NAMES[-1]}\$/name = elsewhere/" "a node's name must be its host name"
    check "broken: O2CB_ENABLED is missing, and is named" broken_is_named plan o2cb files/common/etc/default/o2cb \
        /O2CB_ENABLED/d "does not say O2CB_ENABLED=true"
}

# ---- SCSI-3 persistent reservations ------------------------------------------------------------------------------------

# Registered and reserved (write exclusive, registrants only), a node whose key is taken away writes no more. Before there is
# data, with zeros; afterwards no key is left.
reservation_cuts_off() { # NODE OTHER
    local name write="dd if=/dev/zero of=$DEVICE bs=4096 count=1 seek=1000 oflag=direct conv=notrunc"
    on "$1" "sg_persist --out --register --param-sark=0xa $DEVICE" || return
    on "$2" "sg_persist --out --register --param-sark=0xb $DEVICE" || return
    on "$1" "sg_persist --out --reserve --param-rk=0xa --prout-type=5 $DEVICE" || return
    for name in "$1" "$2"; do
        on "$name" "$write" || return
    done
    on "$1" "sg_persist --out --preempt-abort --param-rk=0xa --param-sark=0xb --prout-type=5 $DEVICE" || return
    on "$1" "$write" || return
    ! on "$2" "$write" || return
    on "$1" "sg_persist --in --read-keys $DEVICE" | tee "$run/keys.log"
    grep -q 0xa "$run/keys.log" && ! grep -q 0xb "$run/keys.log" || return
    on "$1" "sg_persist --out --clear --param-rk=0xa $DEVICE" || return
    on "$2" "$write"
}

# Two of its causes show once the cluster runs, before its resources are there.
check_broken_gfs2() {
    check "broken: another cluster's lock table is refused by that cause" broken_is_named plan format-gfs2 settings.sh \
        "s/'$LOCK_TABLE'/'other:${LOCK_TABLE#*:}'/" "the lock table must be $CLUSTER:NAME"
    check "every step before the cluster's resources" provision_told --apply --only "$(steps_between "" cib-cluster)"
    check "broken: fencing that is off is refused by that cause" broken_is_named apply cib-cluster cib/cluster.sh \
        s/stonith-enabled=true/stonith-enabled=false/ "fencing would be off"
}

run_checks() {
    exec 4>&1
    local first=${NODE_NAMES[0]} last=${NODE_NAMES[-1]} next=''
    if [[ $FS == gfs2 ]]; then
        check_broken_gfs2
        next=cib-cluster
    else
        check_broken_o2cb
    fi
    check "every step before the LUN is written" provision_told --apply --only "$(steps_between "$next" "$(format_step)")"
    check "the guard refuses to format a LUN that is not empty" refuses_to_format
    check "persistent reservations: a node whose key is taken away writes no more" reservation_cuts_off "$first" "$last"
    check "the rest: formatted and mounted" provision_told --apply --only "$(steps_between "$(format_step)" "")"
    check "mounted on all nodes" is_mounted_everywhere
    check "post-check: written here and read there, locks, lines appended by all at once" provision --post-check
    check "a second apply finds everything done" changes_nothing
    check "a node restarts and comes back with its mount" restart_and_return "$last" "$first"
    check "a node loses power with a lock in its hand, and the others go on" survives_power_loss "$last" "$first"
    check "post-check after both" provision --post-check
    check "and still nothing to do" changes_nothing
    verdict
}

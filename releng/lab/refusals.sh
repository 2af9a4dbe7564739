# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# What the lab claims is refused: exports that are broken, a LUN that is not empty, and a node whose key was taken away.
# Sourced, not run.

: "${run:?the folder of the run}"

# ---- the guard ---------------------------------------------------------------------------------------------------------

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
    local whole=$bundle bundle=$run/broken edited=no code=0 mode=()
    [[ $1 == plan ]] || mode=(--apply)
    rm -rf --one-file-system "$bundle"
    cp -a "$whole" "$bundle"
    sed -i "$4" "$bundle/$3"
    provision "${mode[@]}" --only "$2" 2>&1 | tee "$run/broken.log" || code=${PIPESTATUS[0]}
    ((code == 2)) && grep -F "Files of this export were changed" "$run/broken.log" || return 1
    # shellcheck disable=SC2034 # provision reads it
    edited=yes
    code=0
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
    on "$2" "! $write" || return
    on "$1" "sg_persist --in --read-keys $DEVICE" | tee "$run/keys.log"
    grep -q 0xa "$run/keys.log" && ! grep -q 0xb "$run/keys.log" || return
    on "$1" "sg_persist --out --clear --param-rk=0xa $DEVICE" || return
    on "$2" "$write"
}

# Two of its causes show once the cluster runs, before its resources are there.
check_broken_gfs2() {
    check "broken: another cluster's lock table is refused by that cause" broken_is_named plan format-gfs2 settings.sh \
        "s/'$LOCK_TABLE'/'other:${LOCK_TABLE#*:}'/" "the lock table must be $CLUSTER:NAME"
    check "every step before the cluster's resources" apply_told "$(steps_between "" cib-cluster)"
    check "broken: fencing that is off is refused by that cause" broken_is_named apply cib-cluster cib/cluster.sh \
        s/stonith-enabled=true/stonith-enabled=false/ "fencing would be off"
}

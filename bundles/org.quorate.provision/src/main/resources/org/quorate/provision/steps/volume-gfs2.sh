# title: A shared volume group and one logical volume on the LUN
# where: first node
# risk: formats
# why: Without --shared, LVM would not know that other nodes use the group. Never forced: the LUN must be blank.
check() {
    [[ -b $DEVICE ]] || change "$DEVICE is not there yet"
    require_lun "$DEVICE"
    if volume_group_is_ours; then
        [[ -n $(lvs --noheadings -o lv_name "$VG/$LV" 2>/dev/null) ]] || change "$VG has no logical volume $LV"
    else
        [[ $(probe "$DEVICE" TYPE) != LVM2_member ]] ||
            refuse "$DEVICE holds LVM data: not of this export, or the cluster is down and LVM cannot read its own"
        require_blank "$DEVICE" "$LUN_BYTES"
        change "$DEVICE ($LUN_BYTES bytes) is blank"
    fi
}
act() {
    confirm CONFIRM_WWID "$LUN_WWID" "formatting $DEVICE ($LUN_BYTES bytes) destroys what is on it; its WWID is $LUN_WWID"
    require_tested_fencing
    require_lun "$DEVICE"
    if ! volume_group_is_ours; then
        require_blank "$DEVICE" "$LUN_BYTES"
        make_volume_group "$DEVICE"
    fi
    start_volume_group
    make_logical_volume
}
verify() {
    volume_group_is_ours
    [[ -b /dev/$VG/$LV ]]
}
undo() {
    if volume_group_is_ours; then
        stop_volume_group
    fi
    note "the volume group and its data stay"
}
plain_look() {
    @use look-at-lun@
}
plain_act() {
    # One command: it takes the LUN only if the fencing was tried, this is the LUN, and nothing at all is on it.
    @use if-lun-is-blank@
        vgcreate --shared --addtag "$VG_TAG" "$VG" "$DEVICE" && vgchange --lockstart "$VG" && # when lvmlockd
        lvcreate --activate sy -l 100%FREE -n "$LV" "$VG" # when lvmlockd
        vgcreate --clustered y --addtag "$VG_TAG" "$VG" "$DEVICE" && lvcreate -l 100%FREE -n "$LV" "$VG" # when clvmd
}
plain_verify() {
    vgs -o vg_name,vg_attr,vg_tags "$VG"
    ls -lL "/dev/$VG/$LV"
}
plain_undo() {
    lvchange --activate n "$VG/$LV" # the volume group and its data stay
    vgchange --lockstop "$VG" # when lvmlockd
}

# title: Format the logical volume with GFS2
# where: first node
# risk: formats
# why: One journal a node and one to spare. The tool's own look at the device is asked first, and its question answered
# why: only when it sees nothing there.
# takes: seconds to minutes: writes every journal
check() {
    local device=/dev/$VG/$LV
    [[ -b $device ]] || change "$device is not active here, or not there yet"
    case $(probe "$device" TYPE) in
    gfs2) [[ $(probe "$device" LABEL) == "$LOCK_TABLE" ]] || refuse "$device holds another GFS2: $(probe "$device" LABEL)" ;;
    *)
        require_blank "$device" "$(blockdev --getsize64 "$device")"
        change "$device is blank"
        ;;
    esac
}
guard() {
    [[ $LOCK_TABLE == "$CLUSTER:"* && " ${MKFS_OPTIONS[*]} " == *" -t $LOCK_TABLE "* ]] ||
        refuse "the lock table must be $CLUSTER:NAME, the cluster's name first, or no node mounts it; mkfs.gfs2 would get: ${MKFS_OPTIONS[*]}"
}
act() {
    local device=/dev/$VG/$LV
    confirm CONFIRM_WWID "$LUN_WWID" "formatting $device destroys what is on it; the LUN's WWID is $LUN_WWID"
    require_tested_fencing
    require_lun "$DEVICE"
    start_volume_group
    activate_logical_volume
    if [[ $(probe "$device" TYPE) == gfs2 && $(probe "$device" LABEL) == "$LOCK_TABLE" ]]; then
        note "$device is formatted already"
        return 0
    fi
    make_gfs2 "$device"
}
undo() {
    note "the file system and its data stay"
}
plain_look() {
    blkid -p "/dev/$VG/$LV" # must show nothing
    wipefs -n "/dev/$VG/$LV" # must show nothing
}
plain_act() {
    # One command: it formats only what is blank. It asks; answer y only if it names no file system that it sees.
    test "$(cat /var/lib/quorate/fencing-tested)" = "$FENCING_MARK" &&
        test -z "$(wipefs -n "/dev/$VG/$LV" 2>&1)" && test -z "$(blkid -p "/dev/$VG/$LV" 2>&1)" &&
        cmp -n 1048576 "/dev/$VG/$LV" /dev/zero &&
        cmp -n 1048576 -i "$(($(blockdev --getsize64 "/dev/$VG/$LV") - 1048576)):0" "/dev/$VG/$LV" /dev/zero &&
        mkfs.gfs2 "${MKFS_OPTIONS[@]}" "/dev/$VG/$LV"
}
plain_verify() {
    tunegfs2 -l "/dev/$VG/$LV" # must say: lock table $LOCK_TABLE
}

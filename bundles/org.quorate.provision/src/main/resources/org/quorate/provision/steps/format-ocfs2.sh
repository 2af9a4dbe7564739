# title: Format the LUN with OCFS2
# where: first node
# risk: formats
# why: mkfs.ocfs2 overwrites ext4, XFS and GFS2 without one question. The guards here are the only ones.
# takes: seconds to minutes: writes every slot's journal
check() {
    [[ -b $DEVICE ]] || change "$DEVICE is not there yet"
    require_lun "$DEVICE"
    case $(probe "$DEVICE" TYPE) in
    ocfs2)
        [[ $(probe "$DEVICE" UUID) == "$VOLUME_UUID" ]] || refuse "$DEVICE holds another OCFS2: $(probe "$DEVICE" UUID)"
        is_formatted_for_this_stack || refuse "$DEVICE was formatted for another cluster stack; see debugfs.ocfs2 -R stats, and GROW.md"
        ;;
    *)
        require_blank "$DEVICE" "$LUN_BYTES"
        change "$DEVICE ($LUN_BYTES bytes) is blank"
        ;;
    esac
}
act() {
    confirm CONFIRM_WWID "$LUN_WWID" "formatting $DEVICE ($LUN_BYTES bytes) destroys what is on it; its WWID is $LUN_WWID"
    require_tested_fencing
    require_lun "$DEVICE"
    require_blank "$DEVICE" "$LUN_BYTES"
    mkfs.ocfs2 "${MKFS_OPTIONS[@]}" "$DEVICE" </dev/null
    udevadm settle --timeout=30
}
verify() {
    [[ $(probe "$DEVICE" TYPE) == ocfs2 && $(probe "$DEVICE" UUID) == "$VOLUME_UUID" ]]
    is_formatted_for_this_stack
}
undo() {
    note "the file system and its data stay"
}
plain_look() {
    @use look-at-lun@
}
plain_act() {
    # One command: it formats only if the fencing was tried, this is the LUN, and nothing at all is on it.
    @use if-lun-is-blank@
        mkfs.ocfs2 "${MKFS_OPTIONS[@]}" "$DEVICE" </dev/null
}
plain_verify() {
    blkid -p "$DEVICE" # must say: UUID $VOLUME_UUID
    debugfs.ocfs2 -R stats "$DEVICE" | grep "Cluster name: $CLUSTER"
    debugfs.ocfs2 -R stats "$DEVICE" | grep "Cluster stack: $OCFS2_STACK"
}

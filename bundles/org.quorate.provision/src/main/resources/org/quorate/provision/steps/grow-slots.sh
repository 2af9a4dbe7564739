# title: OCFS2 has the slots of the scenario
# where: first node
# risk: none
# why: Each node that mounts takes one. New slots get a journal as large as that of the first.
check() {
    local there
    require_our_volume
    there=$(ocfs2_places)
    [[ $there != '' ]] || refuse "debugfs.ocfs2 cannot read $DEVICE"
    ((there < PLACES)) || return 0
    change "OCFS2 has $there slots, and will have $PLACES"
}
act() {
    require_our_volume
    ! is_mounted || refuse "$MOUNT_POINT is mounted: tunefs.ocfs2 adds no slots to a mounted volume"
    tunefs.ocfs2 -N "$PLACES" "$DEVICE" </dev/null
}
undo() {
    note "slots stay: they cost the space of their journals only"
}

# title: GFS2 has the journals of the scenario
# where: first node
# risk: none
# why: Each node that mounts takes one. Added while the volume is mounted, from one node.
check() {
    local there
    require_mounted
    there=$(gfs2_places)
    ((there > 0)) || refuse "the journals of /dev/$VG/$LV cannot be counted"
    ((there < PLACES)) || return 0
    change "GFS2 has $there journals, and will have $PLACES"
}
act() {
    local there
    require_mounted
    there=$(gfs2_places)
    gfs2_jadd -J "$JOURNAL_MIB" -j "$((PLACES - there))" "$MOUNT_POINT" </dev/null
}
undo() {
    note "no tool takes a journal away: it costs its space only"
}

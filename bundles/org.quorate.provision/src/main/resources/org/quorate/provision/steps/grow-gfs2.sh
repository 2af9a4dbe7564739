# title: GFS2 fills the logical volume
# where: first node
# risk: none
# why: While it is mounted on all nodes, from one of them. It never shrinks again.
check() {
    local blocks size
    require_mounted
    read -r blocks size < <(stat -f -c '%b %S' -- "$MOUNT_POINT")
    gfs2_fills "$(device_bytes "/dev/$VG/$LV")" "$blocks" "$size" ||
        change "GFS2 has $((blocks * size)) bytes of $(device_bytes "/dev/$VG/$LV")"
}
act() {
    require_mounted
    [[ $(probe "/dev/$VG/$LV" LABEL) == "$LOCK_TABLE" ]] || refuse "/dev/$VG/$LV holds no GFS2 called $LOCK_TABLE"
    gfs2_grow "$MOUNT_POINT" </dev/null
}
undo() {
    note "GFS2 does not shrink"
}

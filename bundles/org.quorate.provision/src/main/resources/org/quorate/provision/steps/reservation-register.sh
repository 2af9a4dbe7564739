# title: This node's key on every path to the LUN, now and before every mount
# where: each node
# risk: none
# why: All nodes register before anyone reserves: from then on, who has no key cannot write. A session that logs in again may be
# why: another one to the target, so the key is registered anew at every boot, before the cluster starts.
check() {
    local path
    for path in "${RESERVATION_FILES[@]}"; do
        file_is_installed "$path"
    done
    [[ -b $DEVICE ]] || change "$DEVICE is not there yet"
    require_lun "$DEVICE"
    reservation registered
    unit_is_on quorate-reservation.service
}
act() {
    local path
    require_lun "$DEVICE"
    reservation capable
    for path in "${RESERVATION_FILES[@]}"; do
        install_file "$path"
    done
    reload_units
    reservation register
    # Never restarted: that would restart what requires it, and the cluster may be at work.
    systemctl enable quorate-reservation.service
    systemctl start quorate-reservation.service
}
undo() {
    local i
    [[ -z $(findmnt -rn -t ocfs2,gfs2 -o TARGET) ]] || refuse "a cluster file system is still mounted: without its key this node could not write it"
    [[ ! -b $DEVICE || ! -e /etc/quorate/reservation ]] || reservation unregister
    switch_off quorate-reservation.service
    for ((i = ${#RESERVATION_FILES[@]} - 1; i >= 0; i--)); do
        restore_original "${RESERVATION_FILES[i]}"
    done
    reload_units
}

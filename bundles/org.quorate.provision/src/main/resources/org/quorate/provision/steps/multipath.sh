# title: Multipath: one device for all paths, with an end to waiting
# where: each node
# risk: none
# why: Waiting for ever (queue_if_no_path) hangs the node where no cluster can fence it; not waiting at all makes every
# why: flap of a path an I/O error. The time is computed from the cluster's own patience.
check() {
    file_is_installed /etc/multipath.conf
    unit_is_on multipathd.service
    [[ -b $DEVICE ]] || change "$DEVICE is not there yet"
    require_lun "$DEVICE"
}
guard() {
    refuse_foreign_multipath
}
act() {
    install_file /etc/multipath.conf
    local path
    systemctl enable multipathd.service
    systemctl restart multipathd.service
    while read -r path; do
        multipath -a "/dev/$path"
    done < <(lun_paths)
    multipath
    udevadm settle --timeout=30
    wait_until 30 test -b "$DEVICE" || fail "multipathd made no $DEVICE; see: multipath -v3"
}
undo() {
    multipath -f "$LUN_NAME" 2>/dev/null || note "no map was removed"
    restore_original /etc/multipath.conf
    restart_if_active multipathd.service
}
plain_look() {
    multipath -ll # maps of other LUNs: then merge the file by hand, it excludes all disks but this LUN
    cat /etc/multipath.conf
}
plain_act() {
    systemctl enable multipathd.service
    systemctl restart multipathd.service
    grep -lx "$LUN_SYSFS_WWID" /sys/block/sd*/device/wwid | cut -d/ -f4 | xargs -rI{} multipath -a /dev/{}
    multipath
    udevadm settle --timeout=30
}
plain_verify() {
    multipath -ll "$LUN_NAME"
    cat "/sys/dev/block/$(lsblk -dnro MAJ:MIN "$DEVICE")/dm/uuid" # must say: $DEVICE_WWID
}
plain_undo() {
    multipath -f "$LUN_NAME"
    @files@
    systemctl restart multipathd.service
}

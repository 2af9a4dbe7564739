# title: The LUN is the one that this export is about
# where: each node
# risk: none
# why: Same WWID, same size, on every node, by the kernel's own word. Everything after this trusts it.
check() {
    local paths
    [[ -b $DEVICE ]] || change "$DEVICE is not there yet"
    require_lun "$DEVICE"
    [[ $(blockdev --getsize64 "$DEVICE") == "$LUN_BYTES" ]] ||
        refuse "$DEVICE has $(blockdev --getsize64 "$DEVICE") bytes; the scenario says $LUN_BYTES"
    paths=$(lun_paths | wc -l)
    [[ $MULTIPATH == yes || $paths == 1 ]] || refuse "the LUN has $paths paths but the scenario has no multipath"
    [[ $MULTIPATH == no || $paths == "${#LUN_PORTALS[@]}" ]] || refuse "the LUN has $paths paths, not ${#LUN_PORTALS[@]}"
}
act() {
    iscsiadm -m session --rescan
    udevadm settle --timeout=30
    wait_until 60 test -b "$DEVICE" || fail "$DEVICE does not appear: is this initiator allowed to see the LUN?"
}
plain_look() {
    ls -lL "$DEVICE"
}
plain_act() {
    iscsiadm -m session --rescan # only if it is not there yet
    udevadm settle --timeout=30
}
plain_verify() {
    test "$(blockdev --getsize64 "$DEVICE")" = "$LUN_BYTES" && echo 'the size is right'
    tr -d '[:space:]' <"/sys/dev/block/$(lsblk -dnro MAJ:MIN "$DEVICE")/device/wwid" # must say: $DEVICE_WWID # unless MULTIPATH
    cat "/sys/dev/block/$(lsblk -dnro MAJ:MIN "$DEVICE")/dm/uuid" # must say: $DEVICE_WWID # when MULTIPATH
}

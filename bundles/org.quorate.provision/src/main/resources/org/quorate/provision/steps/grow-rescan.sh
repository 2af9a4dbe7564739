# title: The node sees the LUN's new size
# where: each node
# risk: none
# why: A session keeps the size that it saw at login. With multipath, all paths must show the new size before the map takes
# why: it: a map with a longer path than its others fails what is written beyond them.
check() {
    require_lun "$DEVICE"
    (($(device_bytes "$DEVICE") <= LUN_BYTES)) ||
        refuse "$DEVICE has $(device_bytes "$DEVICE") bytes already, more than the scenario's $LUN_BYTES: nothing shrinks"
    lun_has_grown || change "$DEVICE has $(device_bytes "$DEVICE") bytes, and will have $LUN_BYTES"
    paths_have_grown
}
act() {
    require_lun "$DEVICE"
    iscsiadm -m node -T "$LUN_IQN" --rescan
    udevadm settle --timeout=30
    wait_until 30 paths_have_grown >/dev/null || refuse "the target does not offer $LUN_BYTES bytes on every path: grow the LUN on the array first"
    if [[ $MULTIPATH == yes ]]; then
        multipathd resize map "$LUN_NAME"
    fi
    wait_until 30 lun_has_grown || fail "$DEVICE has still $(device_bytes "$DEVICE") bytes"
}
undo() {
    note "a LUN does not shrink under a file system"
}

# title: The node sees the logical volume's new size
# where: each node
# risk: none
# why: Each node has its own map of the volume; GFS2 must not grow beyond the shortest.
check() {
    local size
    [[ -b /dev/$VG/$LV ]] || refuse "/dev/$VG/$LV is not active here"
    size=$(lvm_figure lvs lv_size "$VG/$LV")
    [[ $(device_bytes "/dev/$VG/$LV") == "$size" ]] || change "/dev/$VG/$LV shows $(device_bytes "/dev/$VG/$LV") bytes of $size"
}
act() {
    lvchange --refresh "$VG/$LV" </dev/null
}
undo() {
    note "nothing to take back"
}

# title: LVM may use the LUN on this node
# where: each node
# risk: none
# why: Red Hat 9 has a file of the devices that LVM may use. The node that made the volume group has the LUN there by itself.
check() {
    devices_file_is_used || return 0
    lun_is_lvm_device || change "$DEVICE is not in LVM's file of devices"
}
act() {
    require_lun "$DEVICE"
    lvmdevices --yes --adddev "$DEVICE"
}
undo() {
    ! devices_file_is_used || ! lun_is_lvm_device ||
        lvmdevices --yes --deldev "$DEVICE"
}
plain_look() {
    lvmdevices
}
plain_act() {
    lvmdevices --adddev "$DEVICE" # only where it is not listed
}
plain_verify() {
    lvmdevices | grep -F "IDNAME=$DEVICE_WWID "
}
plain_undo() {
    lvmdevices --deldev "$DEVICE"
}

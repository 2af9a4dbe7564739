# title: One reservation for all nodes
# where: first node
# risk: none
# why: Write access for all that have registered. The application cuts a node off by taking its key away (preempt and abort).
check() {
    [[ -b $DEVICE ]] || change "$DEVICE is not there yet"
    require_lun "$DEVICE"
    reservation verify
}
act() {
    require_lun "$DEVICE"
    reservation register
    reservation reserve
}
undo() {
    note "the reservation goes with the last key: step reservation-register"
}

# title: The LUN can do the reservations of the scenario
# where: each node
# risk: none
# why: The type, and keeping it through a loss of power (PTPL_C), are optional in the standard. And nobody else may use reservations
# why: on this LUN. Reads only.
check() {
    [[ -b $DEVICE ]] || change "$DEVICE is not there yet"
    require_lun "$DEVICE"
    command -v sg_persist >/dev/null || [[ $MULTIPATH == yes ]] || change "sg_persist is not installed yet"
    reservation capable
}
act() {
    refuse "the LUN must be there first"
}

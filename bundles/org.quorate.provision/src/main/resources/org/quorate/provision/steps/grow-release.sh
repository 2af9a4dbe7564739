# title: The volume on the nodes whose fencing was tried
# where: admin host
# risk: none
# why: Takes away what grow-hold put there.
check() {
    local i
    for i in "${!NODE_NAMES[@]}"; do
        ! is_held "$i" || change "${NODE_NAMES[i]} is still kept off the volume"
    done
}
act() {
    local i
    for i in "${!NODE_NAMES[@]}"; do
        fencing_was_tested "$i" || refuse "the fencing of ${NODE_NAMES[i]} was never tried: step fencing-test"
    done
    for i in "${!NODE_NAMES[@]}"; do
        node 0 release "${NODE_NAMES[i]}"
    done
}
undo() {
    note "nothing to take back"
}

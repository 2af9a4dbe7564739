# title: No volume on a node whose fencing was never tried
# where: admin host
# risk: none
# why: Pacemaker would mount it there as soon as the node joins. A constraint keeps it off until after the test.
check() {
    local i
    for i in "${!NODE_NAMES[@]}"; do
        fencing_was_tested "$i" || is_held "$i" || change "nothing keeps the volume off ${NODE_NAMES[i]}"
    done
}
act() {
    local i
    for i in "${!NODE_NAMES[@]}"; do
        fencing_was_tested "$i" || node 0 hold "${NODE_NAMES[i]}"
    done
}
undo() {
    local i
    for i in "${!NODE_NAMES[@]}"; do
        node 0 release "${NODE_NAMES[i]}"
    done
}

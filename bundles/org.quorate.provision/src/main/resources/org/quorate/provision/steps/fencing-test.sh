# title: Fencing, tried on every node before there is data
# where: admin host
# risk: restarts nodes
# why: A fence device that was never tried is none. Each node is fenced by another one and must restart and rejoin.
# plain: each node
# takes: 5 to 15 minutes a node, one after the other: a restart, depends on its firmware
check() {
    fencing_was_tested_everywhere
}
act() {
    local i other
    confirm CONFIRM_FENCING_TEST "$CLUSTER" "each of ${NODE_NAMES[*]} in turn is fenced by another one, and restarts"
    for i in "${!NODE_NAMES[@]}"; do
        ! fencing_was_tested "$i" || continue
        other=$(((i + 1) % ${#NODE_NAMES[@]}))
        node "$other" complete || refuse "not all nodes are members: with one more gone, the quorum is lost"
        read_facts "$i"
        [[ ${FACTS[cluster_mounts]} == '' ]] || refuse "${NODE_NAMES[i]} has a cluster file system mounted: ${FACTS[cluster_mounts]}"
        note "${NODE_NAMES[other]} fences ${NODE_NAMES[i]}"
        remote "$other" stonith_admin --reboot "${NODE_NAMES[i]}" --timeout 300 </dev/null || fail "fencing ${NODE_NAMES[i]} failed"
        await_restart "$i" "${FACTS[boot_id]}" || fail "${NODE_NAMES[i]} did not come back in 15 minutes: look at its console"
        wait_until 300 node "$other" complete || fail "${NODE_NAMES[i]} restarted but did not rejoin the cluster"
        mark_fencing_tested "$i"
    done
}
plain_look() {
    crm_node --list # must show all nodes as members
    findmnt -t ocfs2,gfs2 # must show nothing
}
plain_act() {
    # One node after the other: wait until $VICTIM is back and a member again (crm_node --list) before the next one.
    stonith_admin --reboot "$VICTIM" --timeout 300
}
plain_verify() {
    uptime # must say: some minutes
    # Only then: formatting asks for this.
    mkdir -p /var/lib/quorate
    printf '%s\n' "$FENCING_MARK" >/var/lib/quorate/fencing-tested
}

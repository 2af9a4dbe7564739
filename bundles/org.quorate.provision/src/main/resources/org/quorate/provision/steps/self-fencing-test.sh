# title: Self-fencing, tried on every node before there is data
# where: admin host
# risk: restarts nodes
# why: O2CB fences by crashing its own kernel. This crashes each node once, and expects it back by itself.
# plain: each node
# takes: 5 to 15 minutes a node, one after the other: a restart, depends on its firmware
check() {
    fencing_was_tested_everywhere
}
act() {
    local i
    confirm CONFIRM_FENCING_TEST "$CLUSTER" "each of ${NODE_NAMES[*]} in turn is crashed (sysrq c) and must restart by itself"
    for i in "${!NODE_NAMES[@]}"; do
        ! fencing_was_tested "$i" || continue
        read_facts "$i"
        [[ ${FACTS[cluster_mounts]} == '' ]] || refuse "${NODE_NAMES[i]} has a cluster file system mounted: ${FACTS[cluster_mounts]}"
        note "crashing ${NODE_NAMES[i]}"
        remote "$i" bash -c 'sync; (sleep 2; echo c >/proc/sysrq-trigger) >/dev/null 2>&1 &' </dev/null
        await_restart "$i" "${FACTS[boot_id]}" || fail "${NODE_NAMES[i]} did not come back in 15 minutes: look at its console"
        mark_fencing_tested "$i"
    done
}
plain_look() {
    findmnt -t ocfs2,gfs2 # must show nothing
}
plain_act() {
    # One node after the other, never two at once; wait until it is back. It crashes, and restarts by itself.
    sync; sleep 2; echo c >/proc/sysrq-trigger
}
plain_verify() {
    uptime # must say: some minutes
    # Only then: formatting asks for this.
    mkdir -p /var/lib/quorate
    printf '%s\n' "$FENCING_MARK" >/var/lib/quorate/fencing-tested
}

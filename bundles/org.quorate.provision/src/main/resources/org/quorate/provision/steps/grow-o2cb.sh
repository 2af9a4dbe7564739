# title: O2CB knows the nodes that come, while it runs
# where: each node
# risk: none
# why: o2net refuses a node that it does not know, which harms nothing; so all old nodes learn of it first. o2cb adds to a
# why: running cluster what its file has more; it takes nothing away.
check() {
    local node
    if ! o2cb cluster-status "$CLUSTER" >/dev/null 2>&1; then
        note "o2cb is not online here: step o2cb does the rest"
        return 0
    fi
    file_is_installed /etc/ocfs2/cluster.conf
    for node in "${NODE_NAMES[@]}"; do
        [[ -d /sys/kernel/config/cluster/$CLUSTER/node/$node ]] || change "the running cluster does not know $node"
    done
}
guard() {
    refuse_other_address
}
act() {
    only_nodes_come || refuse "this is no growth: ./provision.sh --only o2cb changes it, with the volume unmounted on all nodes"
    install_file /etc/ocfs2/cluster.conf
    o2cb register-cluster "$CLUSTER"
}
undo() {
    note "a node stays known until o2cb is stopped; step o2cb takes its file back"
}

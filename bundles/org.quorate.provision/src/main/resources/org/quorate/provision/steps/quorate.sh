# title: All nodes have found each other
# where: first node
# risk: none
# why: Fencing is configured next. A cluster that is not complete would fence the missing nodes.
# takes: up to 3 minutes
check() {
    all_nodes_are_members || change "not all of ${NODE_NAMES[*]} are members of a partition with quorum"
    arbiter_votes || change "the quorum device $QUORUM_DEVICE is not connected"
}
act() {
    wait_until 180 all_nodes_are_members ||
        fail "after 3 minutes there is no complete cluster; see corosync-quorumtool -s, and the firewall between the nodes"
    wait_until 60 arbiter_votes ||
        fail "$QUORUM_DEVICE does not answer; see corosync-qdevice-tool -sv, and there: corosync-qnetd-tool -s, TCP 5403"
}
plain_look() {
    corosync-quorumtool -s # must say: Quorate: Yes
}
plain_verify() {
    corosync-qdevice-tool -s | grep State # must say: Connected # when QUORUM_DEVICE
    crm_node --list # must show: "${NODE_NAMES[@]}", each as a member
}

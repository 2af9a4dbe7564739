# title: The running corosync reads its list of nodes again
# where: first node
# risk: none
# why: One reload works on all nodes. The new node is expected from now on: for two nodes that become three, it counts.
check() {
    members_known || change "the running corosync does not know all of ${NODE_NAMES[*]}"
}
act() {
    file_is_installed /etc/corosync/corosync.conf || refuse "step grow-corosync comes first"
    corosync-cfgtool -R
    wait_until 30 members_known || fail "corosync did not take the new list; see journalctl -u corosync"
}
undo() {
    note "nothing to take back"
}

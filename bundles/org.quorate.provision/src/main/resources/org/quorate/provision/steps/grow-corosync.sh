# title: corosync.conf with the nodes that come, where corosync runs
# where: each node
# risk: none
# why: All old nodes have the new file before it is read again; only the list of nodes may differ.
check() {
    if ! systemctl is-active --quiet corosync.service; then
        note "corosync does not run here: step corosync does the rest"
        return 0
    fi
    file_is_installed /etc/corosync/corosync.conf
}
act() {
    only_members_come || refuse "this is no growth: quorate export --diff tells what the change takes"
    install_file /etc/corosync/corosync.conf
}
undo() {
    note "step corosync takes it back, once corosync is stopped"
}

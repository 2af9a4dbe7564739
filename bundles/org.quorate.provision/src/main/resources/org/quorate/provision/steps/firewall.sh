# title: The cluster's ports are open between the nodes, and only there
# where: each node
# risk: none
# why: From each peer's address to this node's, on the cluster's interface or in its zone. No firewall is switched on here,
# why: since that could cut your own ssh; its rules are stored and count once it is on.
check() {
    ports_are_open
}
act() {
    open_ports
}
undo() {
    close_ports
}

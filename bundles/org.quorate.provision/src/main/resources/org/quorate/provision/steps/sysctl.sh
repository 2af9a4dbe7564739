# title: A node that crashes restarts by itself
# where: each node
# risk: none
# why: Without kernel.panic a node that fences itself stands still for ever; without panic_on_oops a half-dead kernel goes on.
check() {
    file_is_installed /etc/sysctl.d/90-quorate-cluster.conf
    [[ $(sysctl -n kernel.panic) == 30 && $(sysctl -n kernel.panic_on_oops) == 1 ]] || change "the values are not in force"
}
act() {
    install_file /etc/sysctl.d/90-quorate-cluster.conf
    sysctl -q -p /etc/sysctl.d/90-quorate-cluster.conf
}
undo() {
    restore_original /etc/sysctl.d/90-quorate-cluster.conf
    note "the values stay in force until the next start"
}
plain_look() {
    sysctl kernel.panic kernel.panic_on_oops
}
plain_verify() {
    sysctl kernel.panic kernel.panic_on_oops # must say: 30 and 1
}

# title: Pacemaker starts after the LUN is there and stops before it goes
# where: each node
# risk: none
# why: Otherwise a shutdown logs out of the target under a mounted file system, and the node is fenced.
check() {
    file_is_installed /etc/systemd/system/pacemaker.service.d/quorate.conf
}
act() {
    install_file /etc/systemd/system/pacemaker.service.d/quorate.conf
    reload_units
}
undo() {
    restore_original /etc/systemd/system/pacemaker.service.d/quorate.conf
    reload_units
}
plain_look() {
    systemctl cat pacemaker.service
}
plain_verify() {
    systemctl show -p After pacemaker.service
}
plain_undo() {
    @files@
    systemctl daemon-reload
}

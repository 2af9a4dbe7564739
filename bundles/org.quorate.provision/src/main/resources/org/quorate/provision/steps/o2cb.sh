# title: The O2CB cluster stack, at boot too
# where: each node
# risk: none
# why: Debian's and Ubuntu's default is O2CB_ENABLED=false: the unit then looks green and no cluster is up.
check() {
    local at_work=no
    [[ -z $(findmnt -rn -t ocfs2 -o TARGET) ]] || at_work=yes
    if ! file_is_installed /etc/ocfs2/cluster.conf || ! file_is_installed /etc/default/o2cb; then
        [[ $at_work == no ]] || refuse "OCFS2 is mounted here: node list and timeouts change on all nodes together, unmounted"
        change "the configuration changes"
    fi
    systemctl is-enabled --quiet o2cb.service 2>/dev/null || change "o2cb does not start at boot"
    o2cb cluster-status "$CLUSTER" >/dev/null 2>&1 || change "cluster $CLUSTER is not online"
}
guard() {
    ! grep -qsE '^[[:space:]]+name = ' /etc/ocfs2/cluster.conf ||
        grep -qsE "^[[:space:]]+name = $CLUSTER\$" /etc/ocfs2/cluster.conf ||
        refuse "/etc/ocfs2/cluster.conf describes another cluster"
}
act() {
    install_file /etc/ocfs2/cluster.conf
    install_file /etc/default/o2cb
    reload_units
    systemctl enable o2cb.service ocfs2.service
    systemctl restart o2cb.service
}
undo() {
    [[ -z $(findmnt -rn -t ocfs2 -o TARGET) ]] || refuse "OCFS2 is still mounted"
    switch_off ocfs2.service
    switch_off o2cb.service
    restore_original /etc/default/o2cb
    restore_original /etc/ocfs2/cluster.conf
}

# title: Start corosync and Pacemaker, now and at every boot
# where: each node
# risk: none
# why: Nothing is configured to run yet.
# takes: up to a minute a node
check() {
    local unit
    [[ -s /etc/corosync/authkey ]] || change "the cluster's key is not here yet"
    for unit in "${CLUSTER_UNITS[@]}"; do
        unit_is_on "$unit"
    done
}
act() {
    [[ -s /etc/corosync/authkey ]] || refuse "the cluster's key is missing: step corosync-key"
    [[ $(stat -c '%a %u' /etc/corosync/authkey) == '400 0' ]] || refuse "/etc/corosync/authkey must be root's, mode 0400"
    systemctl enable "${CLUSTER_UNITS[@]}"
    systemctl start "${CLUSTER_UNITS[@]}"
}
undo() {
    local unit
    switch_off pacemaker.service # first: it stops what runs on top of the others
    for unit in "${CLUSTER_UNITS[@]}"; do
        switch_off "$unit"
    done
}
plain_look() {
    ls -l /etc/corosync/authkey # must say: root, -r--------
}
plain_act() {
    systemctl enable "${CLUSTER_UNITS[@]}"
    systemctl start "${CLUSTER_UNITS[@]}"
}
plain_verify() {
    systemctl is-active "${CLUSTER_UNITS[@]}"
}
plain_undo() {
    systemctl disable --now pacemaker.service # first: it stops what runs on top of the others
    systemctl disable --now "${CLUSTER_UNITS[@]}"
}

# title: Start corosync and Pacemaker, now and at every boot
# where: each node
# risk: none
# why: Nothing is configured to run yet.
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

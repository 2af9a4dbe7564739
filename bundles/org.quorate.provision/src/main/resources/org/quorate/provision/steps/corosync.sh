# title: corosync.conf
# where: each node
# risk: none
# why: Debian's and Ubuntu's packages bring a one-node cluster called debian; it must be gone before the first start.
check() {
    file_is_installed /etc/corosync/corosync.conf
}
act() {
    local name unit
    refuse_living_cluster
    name=$(sed -n 's/^[[:space:]]*cluster_name:[[:space:]]*//p' /etc/corosync/corosync.conf 2>/dev/null)
    [[ $name == '' || $name == debian || $name == "$CLUSTER" ]] || refuse "this node belongs to the cluster $name"
    for unit in pacemaker.service corosync.service; do
        ! systemctl is-active --quiet "$unit" || systemctl stop "$unit"
    done
    # Before the file that says "done": a run that ends in between must do this again.
    set_default_cluster_aside
    install_file /etc/corosync/corosync.conf
    [[ $COROSYNC == 2 || ! -e /etc/corosync/authkey ]] || corosync -t
}
undo() {
    ! systemctl is-active --quiet corosync.service || refuse "corosync still runs"
    restore_original /etc/corosync/corosync.conf
}
plain_look() {
    systemctl is-active corosync.service pacemaker.service
    cibadmin --query --xpath //primitive # must fail: a cluster that is configured is not to be replaced
}
plain_act() {
    # The package's own one-node cluster left its state: kept aside once, never merged. Not that of a cluster that is configured.
    ! grep -qs '<primitive' /var/lib/pacemaker/cib/cib.xml && [ ! -e /root/before-quorate/default-cluster ] &&
        systemctl stop pacemaker.service corosync.service && mkdir -p /root/before-quorate/default-cluster &&
        find /var/lib/pacemaker/cib /var/lib/corosync -mindepth 1 -maxdepth 1 -exec mv -t /root/before-quorate/default-cluster {} +
}
plain_verify() {
    grep cluster_name /etc/corosync/corosync.conf # must say: $CLUSTER
}
plain_undo() {
    systemctl is-active corosync.service # must say: inactive
}

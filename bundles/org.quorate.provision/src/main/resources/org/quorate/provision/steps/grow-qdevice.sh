# title: The nodes that come have the cluster's certificate for the quorum device
# where: admin host
# risk: none
# why: From the first node, which has it; the arbiter knows the cluster already.
check() {
    local i
    for i in "${!NODE_NAMES[@]}"; do
        remote "$i" bash -c 'certutil -L -d /etc/corosync/qdevice/net/nssdb -n "Cluster Cert"' >/dev/null 2>&1 </dev/null ||
            change "${NODE_NAMES[i]} has no certificate for the quorum device"
    done
}
act() {
    local i net=/etc/corosync/qdevice/net/nssdb
    remote 0 test -s "$net/qdevice-net-node.p12" </dev/null || refuse "${NODE_NAMES[0]} has no certificate either: this is no cluster that grows"
    for ((i = 1; i < ${#NODE_NAMES[@]}; i++)); do
        ! remote "$i" certutil -L -d "$net" -n 'Cluster Cert' >/dev/null 2>&1 </dev/null || continue
        remote 0 certutil -L -d "$net" -n 'QNet CA' -a </dev/null | remote "$i" bash -c "set -e; umask 077
            cat >/etc/corosync/quorate-qnetd.crt
            test -e $net/cert9.db || test -e $net/cert8.db || corosync-qdevice-net-certutil -i -c /etc/corosync/quorate-qnetd.crt"
        remote 0 cat "$net/qdevice-net-node.p12" </dev/null | remote "$i" bash -c "set -e; umask 077
            cat >$net/quorate.p12; corosync-qdevice-net-certutil -m -c $net/quorate.p12"
    done
}
undo() {
    note "the certificates stay"
}

# title: The quorum device and the nodes trust each other
# where: admin host
# risk: none
# why: Without TLS anyone who can reach the arbiter could vote. Needs root's ssh to the arbiter, with corosync-qnetd installed.
check() {
    local i
    for i in "${!NODE_NAMES[@]}"; do
        remote "$i" bash -c 'certutil -L -d /etc/corosync/qdevice/net/nssdb -n "Cluster Cert"' >/dev/null 2>&1 </dev/null ||
            change "${NODE_NAMES[i]} has no certificate for the quorum device"
    done
}
act() {
    local i net=/etc/corosync/qdevice/net
    # Where it ran before it had certificates, it goes on without TLS until it is started again.
    arbiter bash -c 'set -e
        if ! test -e /etc/corosync/qnetd/nssdb/cert9.db && ! test -e /etc/corosync/qnetd/nssdb/cert8.db; then
            corosync-qnetd-certutil -i
            ! test -d /run/systemd/system || systemctl try-restart corosync-qnetd.service
        fi
        ! test -d /run/systemd/system || systemctl enable --now corosync-qnetd.service' </dev/null
    for i in "${!NODE_NAMES[@]}"; do
        arbiter cat /etc/corosync/qnetd/nssdb/qnetd-cacert.crt </dev/null | remote "$i" bash -c "set -e; umask 077
            cat >/etc/corosync/quorate-qnetd.crt
            test -e $net/nssdb/cert9.db || test -e $net/nssdb/cert8.db || corosync-qdevice-net-certutil -i -c /etc/corosync/quorate-qnetd.crt"
    done
    remote 0 corosync-qdevice-net-certutil -r -n "$CLUSTER" </dev/null
    remote 0 cat "$net/nssdb/qdevice-net-node.crq" </dev/null | arbiter bash -c "umask 077; cat >/etc/corosync/qnetd/quorate-$CLUSTER.crq"
    arbiter corosync-qnetd-certutil -s -c "/etc/corosync/qnetd/quorate-$CLUSTER.crq" -n "$CLUSTER" </dev/null
    arbiter cat "/etc/corosync/qnetd/nssdb/cluster-$CLUSTER.crt" </dev/null | remote 0 bash -c "umask 077; cat >$net/nssdb/cluster-$CLUSTER.crt"
    remote 0 corosync-qdevice-net-certutil -M -c "$net/nssdb/cluster-$CLUSTER.crt" </dev/null
    for ((i = 1; i < ${#NODE_NAMES[@]}; i++)); do
        remote 0 cat "$net/nssdb/qdevice-net-node.p12" </dev/null | remote "$i" bash -c "set -e; umask 077
            cat >$net/nssdb/quorate.p12; corosync-qdevice-net-certutil -m -c $net/nssdb/quorate.p12"
    done
}
plain_look() {
    ssh -n "root@$ADDRESS" certutil -L -d /etc/corosync/qdevice/net/nssdb # each node
}
plain_act() {
    ssh -n "root@$QUORUM_DEVICE" 'test -e /etc/corosync/qnetd/nssdb/cert9.db || test -e /etc/corosync/qnetd/nssdb/cert8.db || { corosync-qnetd-certutil -i && systemctl try-restart corosync-qnetd.service; }'
    ssh -n "root@$QUORUM_DEVICE" systemctl enable --now corosync-qnetd.service
    ssh -n "root@$QUORUM_DEVICE" cat /etc/corosync/qnetd/nssdb/qnetd-cacert.crt | ssh "root@$ADDRESS" 'umask 077; cat >/etc/corosync/quorate-qnetd.crt && test -e /etc/corosync/qdevice/net/nssdb/cert9.db || test -e /etc/corosync/qdevice/net/nssdb/cert8.db || corosync-qdevice-net-certutil -i -c /etc/corosync/quorate-qnetd.crt' # each node
    ssh -n "root@$FIRST_ADDRESS" corosync-qdevice-net-certutil -r -n "$CLUSTER"
    ssh -n "root@$FIRST_ADDRESS" cat /etc/corosync/qdevice/net/nssdb/qdevice-net-node.crq | ssh "root@$QUORUM_DEVICE" 'umask 077; cat >/etc/corosync/qnetd/quorate.crq'
    ssh -n "root@$QUORUM_DEVICE" corosync-qnetd-certutil -s -c /etc/corosync/qnetd/quorate.crq -n "$CLUSTER"
    ssh -n "root@$QUORUM_DEVICE" cat "/etc/corosync/qnetd/nssdb/cluster-$CLUSTER.crt" | ssh "root@$FIRST_ADDRESS" 'umask 077; cat >/etc/corosync/quorate-cluster.crt && corosync-qdevice-net-certutil -M -c /etc/corosync/quorate-cluster.crt'
    ssh -n "root@$FIRST_ADDRESS" cat /etc/corosync/qdevice/net/nssdb/qdevice-net-node.p12 | ssh "root@$ADDRESS" 'umask 077; cat >/etc/corosync/quorate.p12 && corosync-qdevice-net-certutil -m -c /etc/corosync/quorate.p12; rm -f /etc/corosync/quorate.p12' # each peer
}
plain_verify() {
    ssh -n "root@$ADDRESS" certutil -L -d /etc/corosync/qdevice/net/nssdb # must show: Cluster Cert # each node
}

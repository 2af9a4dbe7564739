#!/usr/bin/env bash
# Runs inside the throw-away Debian root: a third node joins two, over real ssh. No daemon of a cluster runs, so what works
# on a living cluster is tried elsewhere (check-grow.sh) or not at all. /host/gfs2 is an export for two nodes with a quorum
# device, /host/gfs2-more the one for three.
set -u
# shellcheck source=machines.sh
. /host/.machines.sh

cd /host/gfs2 || exit 1
expect "two nodes: the key" 0 ./provision.sh --only corosync-key --apply
expect "two nodes: the quorum device" 0 ./provision.sh --only qdevice-certificates --apply
key=$(on node1 sha256sum /etc/corosync/authkey)

cd /host/gfs2-more || exit 1
expect "growth: a dry run refuses what has no journal" 2 ./provision.sh --grow node
says "is not a mounted gfs2 file system"
says "would change something"
same "growth: a dry run leaves no key" "" "$(on node3 ls /etc/corosync/authkey 2>/dev/null)"
expect "key: a dry run" 0 ./provision.sh --grow node --only grow-key
says "node3 has no key"
expect "key: given" 0 ./provision.sh --grow node --only grow-key --apply
expect "key: given once" 0 ./provision.sh --grow node --only grow-key --apply
says "already done"
same "key: that of the others" "$key" "$(on node3 sha256sum /etc/corosync/authkey)"
same "key: only root reads it" "400 root" "$(on node3 stat -c "'%a %U'" /etc/corosync/authkey)"
same "key: nobody else got another" "$key" "$(on node2 sha256sum /etc/corosync/authkey)"
on node3 "chmod u+w /etc/corosync/authkey; echo x >>/etc/corosync/authkey"
expect "key: a node of another cluster is refused" 2 ./provision.sh --grow node --only grow-key --apply
says "another key"
expect "quorum device: given" 0 ./provision.sh --grow node --only grow-qdevice --apply
expect "quorum device: given once" 0 ./provision.sh --grow node --only grow-qdevice --apply
says "already done"
same "quorum device: the third node has the cluster's certificate" 1 "$(on node3 certutil -L -d /etc/corosync/qdevice/net/nssdb |
    grep -c '^Cluster Cert .*u,u,u')"
expect "corosync.conf: where nothing runs, the usual step does it" 0 ./provision.sh --grow node --only grow-corosync,corosync --apply
expect "corosync takes it on node3" 0 on node3 corosync -t
expect "release: not before the fencing was tried" 0 ./provision.sh --grow node --only grow-release
kill %1 %2 %3 %4 2>/dev/null
exit "$failed"

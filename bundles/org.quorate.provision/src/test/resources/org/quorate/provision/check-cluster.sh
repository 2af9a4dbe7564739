#!/usr/bin/env bash
# Runs inside the throw-away Debian root: provision.sh over real ssh to three nodes and an arbiter, each with its own
# files and host name. No daemon of a cluster runs. /host/gfs2 is an export for Debian 12 with CHAP and a quorum device.
set -u
# shellcheck source=machines.sh
. /host/.machines.sh

cd /host/gfs2 || exit 1
unset CHAP_SECRET FENCE_NODE1 FENCE_NODE2 FENCE_NODE3
expect "dry run" 0 ./provision.sh
says "Nothing was changed."
says "[node3] "
[[ $last != *FAILED* && $last != *REFUSED* ]] || { echo "FAIL dry run: $last" && failed=1; }
same "dry run: leaves nothing on a node" "" "$(find /run/machines/node1/upper/etc /run/machines/node1/upper/var -type f \
    ! -name machine-id ! -name initiatorname.iscsi ! -path '*/log/*' ! -path '*/run/*' ! -name '.pwd.lock' 2>/dev/null)"
same "dry run: no copy stays on a node" "" "$(on node1 ls /tmp)"

expect "only one step" 0 ./provision.sh --only hosts --apply
expect "only one step, again" 0 ./provision.sh --only hosts --apply
says "already done"
same "hosts on node3" 192.168.1.102 "$(on node3 getent ahostsv4 node2 | awk '{ print $1 }' | sort -u)"
# Steps on several nodes at the same time, as many as AT_ONCE says: an ssh that waits for the others, and counts them.
mkdir /tmp/at-work
cat >/tmp/counting-ssh <<'END'
#!/bin/bash
touch "/tmp/at-work/$$"
for ((i = 0; i < 100; i++)); do
    (($(find /tmp/at-work -type f | wc -l) < AT_ONCE)) || break
    sleep 0.1
done
find /tmp/at-work -type f | wc -l >>/tmp/counted
[[ $* != *"${GONE:-nobody}"* ]] || exit 255
sleep 1
ssh "$@"
code=$?
rm "/tmp/at-work/$$"
exit "$code"
END
chmod 0755 /tmp/counting-ssh
at_once() { # NODES [VARIABLE=VALUE]...
    rm -f /tmp/counted /tmp/at-work/*
    env "AT_ONCE=$1" QUORATE_SSH=/tmp/counting-ssh "${@:2}" ./provision.sh --only hosts --apply
}
for nodes in 1 2 3; do
    expect "$nodes nodes at once" 0 at_once "$nodes"
    same "$nodes nodes at once: no more" "$nodes" "$(sort -n /tmp/counted | tail -n 1)"
    same "$nodes nodes at once: told in their order" "[node1] [node2] [node3]" "$(grep -o '^\[[a-z0-9]*\]' <<<"$last" | xargs)"
done
expect "of three at once one does not answer" 1 at_once 3 GONE=192.168.1.102
says "no answer from node2"
says "[node3] hosts"
expect "after one at a time that does not answer nobody is asked" 1 at_once 1 GONE=192.168.1.102
[[ $last != *node3* ]] || { echo "FAIL node3 was asked: $last" && failed=1; }
expect "no number of nodes" 2 env AT_ONCE=many ./provision.sh
says "AT_ONCE is a number of nodes"
rm -rf /tmp/at-work /tmp/counted

# Who interrupts it stops what has not come to the nodes yet, on all of them.
interrupted() {
    local group
    printf '#!/bin/bash\ncat >/dev/null\necho begun >>/tmp/begun\nsleep 5\necho went on >>/tmp/begun\n' >/tmp/slow-ssh
    chmod 0755 /tmp/slow-ssh
    : >/tmp/begun
    set -m
    QUORATE_SSH=/tmp/slow-ssh env --default-signal=INT ./provision.sh --only hosts --apply >/tmp/interrupted 2>&1 &
    group=$!
    set +m
    for ((i = 0; i < 200; i++)); do
        (($(wc -l </tmp/begun) < 3)) || break
        sleep 0.1
    done
    kill -INT -- "-$group"
    wait "$group"
}
expect "an interrupt ends it" 130 interrupted
sleep 6
same "an interrupt ends what has begun" "3 begun" "$(sort /tmp/begun | uniq -c | xargs)"

expect "an unknown step is refused" 2 ./provision.sh --only no-such-step
expect "no step is not all steps" 2 ./provision.sh --apply --only
says "--only needs"
expect "an unknown argument is refused" 2 ./provision.sh --aply
expect "help is none" 0 ./provision.sh --help
says "./provision.sh --apply"

expect "machines that differ" 0 ./provision.sh --only nodes-differ
on node2 "echo InitiatorName=iqn.1993-08.org.debian:01:node1 >/etc/iscsi/initiatorname.iscsi"
expect "two initiators of one name are refused" 2 ./provision.sh --only nodes-differ --apply
says "share one initiator name"
on node2 "echo InitiatorName=iqn.1993-08.org.debian:01:node2 >/etc/iscsi/initiatorname.iscsi"

expect "secrets: absent ones are refused" 2 ./provision.sh --only secrets --apply
says "env:CHAP_SECRET"
export CHAP_SECRET='short' FENCE_NODE1='p1 $(touch /tmp/owned)' FENCE_NODE2="p2'\"" FENCE_NODE3=p3
expect "secrets: a CHAP secret that is too short is refused" 2 ./provision.sh --only secrets --apply
export CHAP_SECRET='very-secret-0123'
expect "secrets" 0 ./provision.sh --only secrets --apply
keeps_silent very-secret
expect "secrets again" 0 ./provision.sh --only secrets --apply
says "already done"
same "secrets: as given" "$FENCE_NODE1" "$(on node3 cat /etc/quorate/secrets/fence-node1)"
same "secrets: only root reads them" "600 root" "$(on node2 stat -c "'%a %U'" /etc/quorate/secrets/chap)"
same "secrets: nor their folder" "700 root" "$(on node2 stat -c "'%a %U'" /etc/quorate/secrets)"
same "secrets: never run as code" "" "$(on node3 ls /tmp)"
same "secrets: in no log of ours" "" "$(grep -rl 'very-secret' /run/machines/*/log /host/gfs2 2>/dev/null)"
expect "secrets: taken back" 0 env CONFIRM_ROLLBACK=webcluster ./rollback.sh --only secrets --apply
same "secrets: gone" "" "$(on node1 ls /etc/quorate 2>/dev/null)"

expect "corosync key" 0 ./provision.sh --only corosync-key --apply
expect "corosync key again" 0 ./provision.sh --only corosync-key --apply
says "already done"
same "corosync key: the same on all nodes" 1 "$(for n in node1 node2 node3; do on $n sha256sum /etc/corosync/authkey; done | sort -u | wc -l)"
same "corosync key: only root reads it" "400 root" "$(on node3 stat -c "'%a %U'" /etc/corosync/authkey)"
same "corosync key: not here" "" "$(find /host /etc/corosync -name 'authkey*')"

on node3 "mv /etc/corosync/corosync.conf /etc/corosync/real && ln -s real /etc/corosync/corosync.conf"
expect "corosync.conf: a symbolic link is refused" 2 ./provision.sh --only corosync --apply
same "corosync.conf: what must be done before it, was" /var/lib/quorate/original/default-cluster \
    "$(on node3 ls -d /var/lib/quorate/original/default-cluster)"
on node3 "mv -T /etc/corosync/real /etc/corosync/corosync.conf"
expect "corosync.conf" 0 ./provision.sh --only corosync --apply
for name in node1 node2 node3; do
    expect "corosync takes it on $name" 0 on "$name" corosync -t
done
on node2 "sed -i s/webcluster/othercluster/ /etc/corosync/corosync.conf"
expect "a node of another cluster is refused" 2 ./provision.sh --only corosync --apply
says "belongs to the cluster othercluster"

expect "quorum device: certificates" 0 ./provision.sh --only qdevice-certificates --apply
expect "quorum device: certificates again" 0 ./provision.sh --only qdevice-certificates --apply
says "already done"
same "quorum device: all nodes have the cluster's certificate" 3 "$(for n in node1 node2 node3; do
    on $n certutil -L -d /etc/corosync/qdevice/net/nssdb; done | grep -c '^Cluster Cert .*u,u,u')"

expect "the fencing test waits for its word" 4 ./provision.sh --only fencing-test --apply
says "CONFIRM_FENCING_TEST=webcluster"
expect "no node is fenced while others are missing" 2 env CONFIRM_FENCING_TEST=webcluster ./provision.sh --only fencing-test --apply
says "not all nodes are members"
same "no node counts as tried" "" "$(on node1 cat /var/lib/quorate/fencing-tested 2>/dev/null)"
expect "a roll-back waits for its word" 4 ./rollback.sh --apply
expect "a roll-back's dry run changes nothing" 0 ./rollback.sh
says "would undo corosync"
expect "post-check finds that nothing runs" 1 ./post-check.sh
says PROBLEM
echo '# changed' >>settings.sh
expect "an edited export is refused" 2 ./provision.sh
expect "unless that is said" 0 env EDITED=yes ./provision.sh --only hosts
kill %1 %2 %3 %4 2>/dev/null
exit "$failed"

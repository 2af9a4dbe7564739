#!/usr/bin/env bash
# Runs inside the throw-away Debian root: the Ansible form of an export over real ssh to two nodes and an arbiter.
# /host/ansible is an export for Debian 12 with CHAP and a quorum device; a line of the output begins with "ok ", or it is
# something that is wrong.
set -u
# shellcheck source=machines.sh
. /host/.machines.sh
export ANSIBLE_BECOME_METHOD=su ANSIBLE_NOCOLOR=1 ANSIBLE_FORCE_COLOR=0 ANSIBLE_NOCOWS=1

cd /host/ansible || exit 1
umask 077
play() { # PLAYBOOK [ARGUMENT]...
    ansible-playbook -e ansible_python_interpreter=/usr/bin/python3 "$@" </dev/null
}

expect "yamllint" 0 yamllint -s .
expect "ansible-lint" 0 ansible-lint --offline --profile production -q site.yml post_check.yml rollback.yml
same "ansible-lint: nothing to say" "" "$last"

# ---- secrets: by vaulted variables only -------------------------------------------------------------------------------
expect "secrets: without the vault nothing is handed out" 2 play site.yml --tags secrets
printf 'word\n' >/root/vault-password
export ANSIBLE_VAULT_PASSWORD_FILE=/root/vault-password
vault() { # CHAP-SECRET
    cat >/root/vault.yml <<EOF
---
vault_quorate_chap: $1
vault_quorate_fence_node1: !unsafe 'p1 \$(touch /tmp/owned) {{ 1 + 1 }}'
vault_quorate_fence_node2: "p2'\\""
EOF
    ansible-vault encrypt --encrypt-vault-id default /root/vault.yml >/dev/null 2>&1
}
vault short
expect "secrets: a CHAP secret that is too short is refused" 2 play site.yml --tags secrets -e @/root/vault.yml
says "a CHAP secret has 12 to 16 characters"
vault very-secret-0123

# ---- check mode goes to the end and changes nothing -------------------------------------------------------------------
find /run/machines/*/upper/etc /run/machines/*/upper/var -type f ! -path '*/log/*' ! -path '*/tmp/*' 2>/dev/null | sort >/root/before
expect "check mode" 0 play site.yml --check --diff --skip-tags packages -e @/root/vault.yml
says "+    use_lvmlockd = 1"
says "step php-collect"
keeps_silent very-secret
find /run/machines/*/upper/etc /run/machines/*/upper/var -type f ! -path '*/log/*' ! -path '*/tmp/*' 2>/dev/null | sort >/root/after
same "check mode: leaves nothing on a node" "" "$(diff /root/before /root/after)"
same "check mode: nor in memory" "" "$(on node1 'ls /tmp; ls /run | grep quorate' 2>/dev/null)"

# ---- what can be done without a cluster, and again ----------------------------------------------------------------------
tags=identity,hosts,nodes-differ,owner,secrets,lvm,corosync,corosync-key,qdevice-certificates
expect "apply" 0 play site.yml --tags "$tags" -e @/root/vault.yml
keeps_silent very-secret
expect "apply again" 0 play site.yml --tags "$tags" -e @/root/vault.yml
same "apply again: changes nothing" 2 "$(grep -c ' changed=0 ' <<<"$last")"
same "hosts on node2" 192.168.1.101 "$(on node2 getent ahostsv4 node1 | awk '{ print $1 }' | sort -u)"
same "a file: as in the export" "" "$(on node2 cat /etc/lvm/lvmlocal.conf | diff - export/files/common/etc/lvm/lvmlocal.conf)"
same "a file: its mode" "644 root" "$(on node2 stat -c "'%a %U'" /etc/lvm/lvmlocal.conf)"
same "a file: the former one is kept" 1 "$(on node2 ls /var/lib/quorate/original/etc/lvm | wc -l)"
same "secrets: as given" 'p1 $(touch /tmp/owned) {{ 1 + 1 }}' "$(on node2 cat /etc/quorate/secrets/fence-node1)"
same "secrets: only root reads them" "600 root" "$(on node2 stat -c "'%a %U'" /etc/quorate/secrets/chap)"
same "secrets: never run as code" "" "$(on node2 ls /tmp)"
same "corosync key: the same on all nodes" 1 "$(for n in node1 node2; do on $n sha256sum /etc/corosync/authkey; done | sort -u | wc -l)"
same "corosync key: only root reads it" "400 root" "$(on node2 stat -c "'%a %U'" /etc/corosync/authkey)"
same "corosync key: not here" "" "$(find /host /root /etc/corosync -name 'authkey*')"
same "quorum device: all nodes have the cluster's certificate" 2 "$(for n in node1 node2; do
    on $n certutil -L -d /etc/corosync/qdevice/net/nssdb; done | grep -c '^Cluster Cert .*u,u,u')"
for name in node1 node2; do
    expect "corosync takes it on $name" 0 on "$name" corosync -t
done

# ---- what stops it --------------------------------------------------------------------------------------------------------
on node2 "echo InitiatorName=iqn.1993-08.org.debian:01:node1 >/etc/iscsi/initiatorname.iscsi"
expect "two initiators of one name are refused" 2 play site.yml --tags nodes-differ
says "iscsi-iname"
expect "the fencing test waits for its word" 2 play site.yml --tags fencing-test
says "confirm_fencing_test=webcluster"
expect "no node is fenced while others are missing" 2 play site.yml --tags fencing-test -e confirm_fencing_test=webcluster
says "Make sure that all nodes are members"
same "no node counts as tried" "" "$(on node1 cat /var/lib/quorate/fencing-tested 2>/dev/null)"
expect "formatting waits for its word" 2 play site.yml --tags volume-gfs2
says "site.yml -e confirm_wwid="
expect "post-check finds that nothing runs" 2 play post_check.yml
says PROBLEM

# ---- the way back ---------------------------------------------------------------------------------------------------------
expect "a roll-back waits for its word" 2 play rollback.yml
says "confirm_rollback=webcluster"
expect "roll-back" 0 play rollback.yml -e confirm_rollback=webcluster --tags secrets,lvm,hosts,corosync
same "roll-back: the secrets are gone" "" "$(on node1 ls /etc/quorate 2>/dev/null)"
same "roll-back: files are as they were" "" "$(on node2 cat /etc/lvm/lvmlocal.conf | diff - /etc/lvm/lvmlocal.conf)"
kill %1 %2 %3 %4 2>/dev/null
exit "$failed"

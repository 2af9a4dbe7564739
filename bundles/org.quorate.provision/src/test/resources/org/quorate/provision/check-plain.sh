#!/usr/bin/env bash
# Runs inside the throw-away Debian root, from which every package of storage, cluster and PHP is taken away first: a machine as
# it is after Debian's installation. The scripts of each export under /host/exports must go through all their steps there in a
# dry run, end as they document, and leave every file as it was.
set -u
failed=0

complain() { # TEXT
    echo "FAIL $*"
    failed=1
}

tree() { # everything that a script could change, without what reading and the test itself change
    find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /host -o -path /run/quorate-test \) -prune \
        -o \( -path /tmp -o -path /run \) -printf '%p %y %m\n' -o -printf '%p %y %m %U:%G %s %T@ %C@ %l\n' | sort
    find /etc /usr/local /var/lib /var/spool /run /tmp /root -xdev -type f ! -path '/run/quorate-test/*' \
        -exec sha256sum {} + | sort
    sysctl -a 2>/dev/null | grep -E '^(kernel\.panic|kernel\.hostname)'
    ip addr
    mount
}

# ---- a plain system ---------------------------------------------------------------------------------------------------------
mkdir -p /run/quorate-test
mapfile -t packages < <(dpkg-query -W -f '${Package}\n' | grep -xE 'corosync.*|crmsh|dlm-controld|fence-.*|gfs2-utils|libxml2-utils|lvm2|lvm2-lockd|ocfs2-tools|pacemaker.*|pcs|resource-agents|sbd|watchdog|cryptsetup-bin|multipath-tools|kpartx|open-iscsi|psmisc|sg3-utils|xfsprogs|chrony|php.*|ufw|iptables|shellcheck|shfmt|ansible.*|yamllint|gdisk')
dpkg --purge --force-depends --force-remove-protected "${packages[@]}" >/run/quorate-test/purge 2>&1
for tool in iscsiadm corosync pcs o2cb mkfs.ocfs2 mkfs.gfs2 multipath lvm php ufw fuser; do
    ! command -v "$tool" >/dev/null || complain "$tool is still there: this is no plain system"
done
rm -rf /etc/iscsi /etc/ocfs2 /etc/corosync /etc/multipath* /etc/default/o2cb /var/lib/corosync /var/lib/pacemaker /etc/php

ip link set lo up
for i in 1 2 3 4 5; do
    ip addr add "192.168.1.10$i/32" dev lo
done

for export in /host/exports/*/; do
    export=${export%/}
    name=${export##*/}
    # shellcheck disable=SC1091 # the export's own
    names=$(. "$export/settings.sh" && printf '%s ' "${NODE_NAMES[@]}")
    steps=$(bash "$export/node.sh" list | wc -l)
    for node in $names; do
        hostname "$node"
        tree >/run/quorate-test/before
        bash "$export/node.sh" plan >/run/quorate-test/output 2>&1
        code=$?
        tree >/run/quorate-test/after
        # 3: something would change. 2 would be a refusal, 1 a failure.
        [[ $code == 3 ]] || complain "$name: $node ends with $code: $(cat /run/quorate-test/output)"
        ! grep -E 'FAILED|REFUSED|command not found|unbound variable|syntax error' /run/quorate-test/output ||
            complain "$name: $node: see above: $(cat /run/quorate-test/output)"
        done=$(grep -c "^\[$node\] " /run/quorate-test/output)
        ((done >= (steps - 15) && done > 5)) || complain "$name: $node went through $done steps of $steps"
        cmp -s /run/quorate-test/before /run/quorate-test/after ||
            complain "$name: $node was changed: $(diff /run/quorate-test/before /run/quorate-test/after | head -n 20)"
        echo "ok plan $name $node $done steps"
    done
done

# ---- the orchestrator, when no node answers (check-cluster.sh has three that do) -------------------------------------------
hostname admin
for export in /host/exports/*/; do
    export=${export%/}
    name=${export##*/}
    tree >/run/quorate-test/before
    (cd "$export" && ./provision.sh) >/run/quorate-test/output 2>&1
    code=$?
    tree >/run/quorate-test/after
    [[ $code == 2 ]] || complain "$name: provision.sh without nodes ends with $code: $(cat /run/quorate-test/output)"
    grep -q 'Nothing was changed' /run/quorate-test/output || complain "$name: provision.sh stopped: $(cat /run/quorate-test/output)"
    cmp -s /run/quorate-test/before /run/quorate-test/after ||
        complain "$name: provision.sh changed: $(diff /run/quorate-test/before /run/quorate-test/after | head -n 20)"
    (cd "$export" && ./provision.sh --list) >/run/quorate-test/output 2>&1 || complain "$name: provision.sh --list: $?"
    (cd "$export" && ./rollback.sh) >/run/quorate-test/output 2>&1 || complain "$name: rollback.sh: $?: $(cat /run/quorate-test/output)"
    echo "ok provision $name"
done
exit "$failed"

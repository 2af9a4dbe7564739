#!/usr/bin/env bash
# Runs inside the throw-away Debian root, as node1: the steps of one node, with their real tools, twice each.
# /host/ocfs2 and /host/gfs2 are exports for Debian 12 with CHAP.
set -u
# shellcheck source=expect.sh
. /host/.expect.sh

ip link set lo up
ip addr add 192.168.1.101/24 dev lo
hostname elsewhere
expect "a machine that is no node is refused" 2 bash /host/ocfs2/node.sh plan
hostname node1

# ---- a dry run goes to the end, changes nothing, and no check fails --------------------------------------------------
for export in ocfs2 gfs2; do
    find / -xdev -newer /host/$export/settings.sh -type f 2>/dev/null | sort >/tmp/before
    expect "$export: dry run" 3 bash "/host/$export/node.sh" plan
    [[ $last != *FAILED* && $last != *REFUSED* ]] || { echo "FAIL $export: dry run: $last" && failed=1; }
    find / -xdev -newer /host/$export/settings.sh -type f 2>/dev/null | sort >/tmp/after
    expect "$export: a dry run leaves no file" 0 diff /tmp/before /tmp/after
done

twice() { # STEP: done, then found done
    expect "$1" 0 step apply "$1"
    expect "$1 again" 0 step apply "$1"
    says "already done"
}

step() {
    bash "/host/$export/node.sh" "$@"
}

export=ocfs2
printf '127.0.0.1 localhost\n127.0.1.1 node1.example.org node1\n10.1.1.1 other\n' >/etc/hosts
twice hosts
same "hosts: the others' lines stay" 1 "$(grep -c '^10.1.1.1 other$' /etc/hosts)"
same "hosts: node1 is its cluster address" 192.168.1.101 "$(getent ahostsv4 node1 | awk '{ print $1 }' | sort -u)"
step undo hosts >/dev/null
same "hosts: taken back" "$(printf '127.0.0.1 localhost\n127.0.1.1 node1.example.org node1\n10.1.1.1 other')" "$(cat /etc/hosts)"
printf '# BEGIN quorate\n10.9.9.9 node1\n' >>/etc/hosts
expect "hosts: a damaged block is refused" 2 step apply hosts
same "hosts: and left alone" 1 "$(grep -c '^10.9.9.9 node1$' /etc/hosts)"
sed -i -e '/^# BEGIN quorate$/d' -e '/^10.9.9.9 node1$/d' /etc/hosts
twice packages
same "packages: held" "$(printf 'ocfs2-tools\nopen-iscsi')" "$(apt-mark showhold | sort)"
twice owner
twice firewall
same "firewall: one rule a peer, from it to here" 2 "$(ufw show added | grep -c 'from 192.168.1.10[23] to 192.168.1.101 port 7777 proto tcp$')"
step undo firewall >/dev/null
same "firewall: taken back" 0 "$(ufw show added | grep -c 7777)"

# ---- iSCSI: what can be done without the kernel's initiator ------------------------------------------------------------
cd /host/ocfs2 || exit 1
# shellcheck disable=SC1091 # the export's own
. ./settings.sh
portal=${LUN_PORTALS[0]}
functions() {
    (. ./node.sh && set +u && set -e && SELF=node1 ME=0 && "$@")
}
# Whoever reads only a part of what a program writes ends it when it is slow, and its rules were taken for none.
ip_says_more() {
    (ip() { echo '2: e1 inet 192.168.1.101/24' && sleep 0.3 && seq -f '3: e2 inet 10.0.0.%g/24' 20000; } && functions cluster_interface)
}
expect "firewall: the cluster's interface, whatever ip says after it" 0 ip_says_more
same "firewall: it is the one" e1 "$last"
ip_says_nothing() {
    (ip() { echo '2: e1 inet 10.0.0.1/24'; } && functions "$1")
}
expect "firewall: without that interface it is not open" 1 ip_says_nothing ports_are_open
says "no interface has the address 192.168.1.101"
expect "firewall: and is not opened" 1 ip_says_nothing open_ports
functions install_block /etc/iscsi/iscsid.conf without_iscsid_settings >/dev/null
iscsiadm -m node -o new -T "$LUN_IQN" -p "$portal,1" >/dev/null 2>&1
expect "iscsi: a new record lacks CHAP" 3 functions record_is_right "$portal"
expect "iscsi: without the secret nothing is written" 2 functions write_record "$portal"
mkdir -p /etc/quorate/secrets
printf '%s' 'p=x $(id) #13456' >/etc/quorate/secrets/chap
expect "iscsi: the record is written" 0 functions write_record "$portal"
expect "iscsi: and right" 0 functions record_is_right "$portal"
[[ $last != *13456* ]] || { echo "FAIL the secret was shown" && failed=1; }
record=$(iscsiadm -S -m node -T "$LUN_IQN" -p "$portal" 2>/dev/null)
for line in 'node.session.auth.authmethod = CHAP' 'node.session.auth.username = webcluster' \
    'node.session.auth.password = p=x $(id) #13456' 'node.startup = automatic' \
    'node.session.timeo.replacement_timeout = 120' 'node.conn[0].timeo.noop_out_interval = 5'; do
    same "iscsi: iscsiadm reads ${line%% *}" "$line" "$(grep -xF -e "$line" <<<"$record")"
done
same "iscsi: only root reads the record" 600 "$(stat -c %a "$(functions iscsi_record "$portal")")"
expect "iscsi: writing again changes nothing" 0 functions write_record "$portal"
same "iscsi: the record has each line once" 1 "$(grep -c authmethod "$(functions iscsi_record "$portal")")"

functions forget_secret "$portal"
same "iscsi: the secret is forgotten" 0 "$(grep -c -e 13456 -e 'username' "$(functions iscsi_record "$portal")")"
same "iscsi: and CHAP is off" 1 "$(grep -c 'authmethod = None' "$(functions iscsi_record "$portal")")"

# ---- the probe of post-check, on a directory of one machine ------------------------------------------------------------
probe() {
    setpriv --reuid 33 --regid 33 --clear-groups bash -c "$(functions eval 'printf %s "$PROBE"')" probe "$@"
}
mkdir /tmp/volume && chown 33:33 /tmp/volume
token=$(probe token /tmp/volume/p)
same "probe: what was written is read" "$token" "$(probe sum /tmp/volume/p)"
probe holds /tmp/volume/p 10 >/tmp/held &
for ((i = 0; i < 100; i++)); do
    [[ -s /tmp/held ]] && break
    sleep 0.1
done
same "probe: the lock is held" held "$(cat /tmp/held)"
expect "probe: a held lock cannot be had" 9 probe holds /tmp/volume/p 0
wait
expect "probe: a free one can" 0 probe holds /tmp/volume/p 0
rm /tmp/held
probe holds /tmp/volume/p 300 >/tmp/held &
for ((i = 0; i < 100; i++)); do
    [[ ! -s /tmp/held ]] || break
    sleep 0.1
done
probe enough /tmp/volume/p
wait
expect "probe: and one that was held long enough" 0 probe holds /tmp/volume/p 0
probe append /tmp/volume/p 1000 node1 &
probe append /tmp/volume/p 1000 node2
wait
same "probe: no line is lost" 2000 "$(probe intact /tmp/volume/p)"
echo 'node1 00' >>/tmp/volume/p.lines
same "probe: a torn line is not counted" 2000 "$(probe intact /tmp/volume/p)"
probe gone /tmp/volume/p
same "probe: leaves nothing" "" "$(ls -A /tmp/volume)"
expect "probe: only on the volume" 2 bash node.sh probe token abc
says "is not a mounted ocfs2"

# ---- files and their way back ------------------------------------------------------------------------------------------
echo 'mine' >/etc/default/o2cb
expect "files: installed" 0 functions install_file /etc/default/o2cb
same "files: as in the export" "" "$(diff files/common/etc/default/o2cb /etc/default/o2cb)"
same "files: mode" 644 "$(stat -c %a /etc/default/o2cb)"
functions install_file /etc/default/o2cb >/dev/null
functions restore_original /etc/default/o2cb >/dev/null
same "files: the first original comes back" mine "$(cat /etc/default/o2cb)"
ln -sf /etc/passwd /etc/default/o2cb
expect "files: a symbolic link is refused" 2 functions install_file /etc/default/o2cb
same "files: and its target untouched" root "$(head -c 4 /etc/passwd)"

# O2CB: what an edited export would do without a word.
rm -f /etc/default/o2cb
conf=files/common/etc/ocfs2/cluster.conf
sed -i.kept "s/name = $(hostname)\$/name = elsewhere/" "$conf"
expect "o2cb: a cluster.conf without this node's name is refused" 2 step apply o2cb
says "has no address for a node $(hostname), not 192.168.1.101; a node's name must be its host name"
mv "$conf.kept" "$conf"
same "o2cb: whatever the order of the keys" 192.168.1.101 "$(functions address_in_cluster_conf <(
    printf '\tip_address = 192.168.1.9\n'
    printf '%s:\n\tname = node1\n\n' cluster
    printf 'node:\n\tip_address = 192.168.1.%d\n\tnumber = 1\n\tname = node%d\n' 102 2 101 1 103 3
) node1)"
sed -i.kept s/=true/=false/ files/common/etc/default/o2cb
expect "o2cb: never without O2CB_ENABLED" 2 step apply o2cb
says "does not say O2CB_ENABLED=true"
mv files/common/etc/default/o2cb.kept files/common/etc/default/o2cb

# A watchdog that cannot be stopped is fed on after the roll-back, and one that can is not.
rolled_back() { # CAN-BE-STOPPED
    (cd /host/ocfs2 && . ./node.sh && set +u
        systemd_watchdog() { echo watchdog0; }
        can_be_stopped() { [[ $stopped == yes ]]; }
        stopped=$1
        install_file /etc/systemd/system.conf.d/90-quorate-watchdog.conf
        rm -f /run/systemd/system.conf.d/90-quorate-watchdog.conf
        watchdog_systemd_undo) >/dev/null
    [[ -f /run/systemd/system.conf.d/90-quorate-watchdog.conf && ! -e /etc/systemd/system.conf.d/90-quorate-watchdog.conf ]]
}
expect "watchdog: one that cannot be stopped is fed on" 0 rolled_back no
expect "watchdog: one that can is let go" 1 rolled_back yes

# Pacemaker says of a resource that is about to start that it runs, and of a group's clone that it runs where its first part does.
runs() { # CLONE STATE-OF-THE-MOUNT RUNNING-PART...
    (cd /host/gfs2 && . ./node.sh && set +u
        crm_resource() {
            : >/tmp/located
            [[ " $running " != *" $2 "* ]] || printf "resource is running on: %s\n" "${NODE_NAMES[@]}"
        }
        crm_mon() {
            local now=$state # a mount that begins while it is asked for is Stopped before, and said to run then
            [[ $now != Late ]] || now=$([[ -e /tmp/located ]] && echo Starting || echo Stopped)
            printf '    * volume-fs\t(ocf:heartbeat:Filesystem):\t %s node2\n    * other\t(ocf:a:b):\t Starting node2\n' "$now"
        }
        state=$2 running=${*:3}
        rm -f /tmp/located
        export CIB_file=/tmp/clones.xml
        all_nodes_run "$1")
}
cibadmin --empty >/tmp/clones.xml
expect "pacemaker: the lock manager is configured" 0 bash /host/gfs2/cib/cluster.sh /tmp/clones.xml
expect "pacemaker: and the volume" 0 bash /host/gfs2/cib/volume.sh /tmp/clones.xml
expect "pacemaker: what is about to start does not run" 1 runs volume-clone Starting volume-lv volume-fs
expect "pacemaker: nor what begins in this moment" 1 runs volume-clone Late volume-lv volume-fs
expect "pacemaker: what has started runs" 0 runs volume-clone Started volume-lv volume-fs
expect "pacemaker: not when only the first part does" 1 runs volume-clone Started volume-lv
expect "pacemaker: nor what nobody has configured" 1 runs other-clone Started volume-lv volume-fs

# PHP: files that are in place are not enough, when PHP does not take them.
functions install_files "$PHP_POOL_FILE" "/etc/systemd/system/$PHP_UNIT.d/quorate.conf" >/dev/null
expect "php: the pool is taken" 0 functions test_php
sed -i 's/^user = www-data/user = nobody/' "${PHP_POOL_FILE%/*}/www.conf"
expect "php: a pool of somebody else is not done" 3 step plan php-mount
says "does not pass its test"
expect "php: and never becomes done" 2 step apply php-mount
says "no pool of PHP runs as www-data"
sed -i 's/^user = nobody/user = www-data/' "${PHP_POOL_FILE%/*}/www.conf"
functions restore_original "$PHP_POOL_FILE" >/dev/null
functions restore_original "/etc/systemd/system/$PHP_UNIT.d/quorate.conf" >/dev/null

export=gfs2
printf '#/dev/sdb1 /shared ext4\n/dev/sdb1 /shared2 ext4\n' >>/etc/fstab
expect "mount-point: other lines of fstab do no harm" 3 step plan mount-point
echo '/dev/vg_webdata/data /shared gfs2 noatime 0 0' >>/etc/fstab
expect "mount-point: a second master of the mount is refused on every node" 2 step plan mount-point
says "which Pacemaker mounts"
sed -i '/[/]shared/d' /etc/fstab
twice lvm
same "lvm: lvmlockd is used" use_lvmlockd=1 "$(lvmconfig global/use_lvmlockd 2>/dev/null)"
same "lvm: the units of the packages are off" "" "$(for u in dlm lvmlockd lvmlocks pcsd; do systemctl is-enabled "$u" 2>/dev/null; done | grep -x enabled)"

# ---- a roll-back takes back what was done, and passes over what never was ------------------------------------------
for export in ocfs2 gfs2; do
    ids=$(bash "/host/$export/node.sh" list | tac)
    [[ $(wc -w <<<"$ids") -gt 15 ]] || { echo "FAIL $export: lists $ids" && failed=1; }
    for id in $ids; do
        expect "$export: undo $id" 0 step undo "$id"
        expect "$export: undo $id again" 0 step undo "$id"
    done
done
same "undo: the holds are gone" "" "$(apt-mark showhold)"
same "undo: no original is left behind" "" "$(find /var/lib/quorate/original -type f ! -path '*/etc/hosts' ! -path '*/iscsid.conf')"
exit "$failed"

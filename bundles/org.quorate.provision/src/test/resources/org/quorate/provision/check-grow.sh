#!/usr/bin/env bash
# Runs inside the throw-away Debian root: growth on loop devices and files, with the real tools. A layer over /sys gives the
# loop device the WWID of the LUN. /host/ocfs2 and /host/gfs2 are exports for three nodes and a LUN of 320 MiB,
# /host/gfs2-more the one for four nodes. No kernel here mounts OCFS2 or GFS2: OCFS2 is formatted for one node (-M local),
# so that tunefs.ocfs2 needs no cluster stack.
set -u
# shellcheck source=expect.sh
. /host/.expect.sh
ip link set lo up
ip addr add 192.168.1.101/24 dev lo
hostname node1
mkdir -p /scratch /dev/disk/by-id

# ---- OCFS2 -------------------------------------------------------------------------------------------------------------
cd /host/ocfs2 || exit 1
# shellcheck disable=SC1091 # the export's own
. ./settings.sh
image=/scratch/lun.img
truncate -s 200M "$image"
loop=$(losetup --show -f "$image")
trap 'losetup -d "$loop"' EXIT
mkdir -p "/run/sys/devices/virtual/block/${loop#/dev/}/device"
echo "$LUN_SYSFS_WWID" >"/run/sys/devices/virtual/block/${loop#/dev/}/device/wwid"
mount -t overlay -o ro,lowerdir=/run/sys:/sys none /sys
ln -s "$loop" "$DEVICE"

step() {
    bash /host/ocfs2/node.sh "$@"
}

size() { # BYTES
    truncate -s "$1" "$image"
    losetup -c "$loop"
}

functions() { # EXPORT FUNCTION ARGUMENT...
    (cd "/host/$1" && . ./node.sh && set +u && set -e && SELF=node1 ME=0 && "${@:2}")
}

expect "an unformatted LUN does not grow" 2 step plan grow-ocfs2
says "does not hold the OCFS2"
mkfs.ocfs2 -q -M local -N 2 -b 4096 -C 4096 -J size=8M -U "$VOLUME_UUID" "$loop" >/dev/null 2>&1 </dev/null
expect "lun: a smaller one is to grow" 3 step plan grow-rescan
says "and will have $LUN_BYTES"
expect "lun: OCFS2 is to grow too" 3 step plan grow-ocfs2
expect "lun: but not before the LUN has" 2 step apply grow-ocfs2
says "step grow-rescan"
size "$LUN_BYTES"
expect "lun: grown" 0 step plan grow-rescan
expect "lun: OCFS2 grows" 0 step apply grow-ocfs2
expect "lun: once" 0 step apply grow-ocfs2
says "already done"
expect "lun: and is sound" 0 fsck.ocfs2 -fn "$loop"
[[ $(functions ocfs2 ocfs2_figure "$loop" Clusters) == $((LUN_BYTES / 4096)) ]] || { echo "FAIL not all clusters" && failed=1; }
size $((LUN_BYTES + 4096))
expect "lun: a larger one than the scenario's is refused" 2 step plan grow-rescan
says "nothing shrinks"
size "$LUN_BYTES"

expect "node: without a slot it is refused" 2 step apply grow-room-ocfs2
says "first ./provision.sh --grow slots"
expect "slots: to be added" 3 step plan grow-slots
says "has 2 slots, and will have 4"
expect "slots: added" 0 step apply grow-slots
expect "slots: once" 0 step apply grow-slots
says "already done"
expect "slots: and all is sound" 0 fsck.ocfs2 -fn "$loop"
expect "node: with a slot it may come" 0 step apply grow-room-ocfs2

mkdir -p /etc/ocfs2
cp files/common/etc/default/o2cb /etc/default/o2cb
conf=/etc/ocfs2/cluster.conf
expect "node list: the same is no change" 0 functions ocfs2 only_nodes_come
awk 'BEGIN { RS = ""; ORS = "\n\n" } !/name = node3/' files/common$conf | sed 's/node_count = 3/node_count = 2/' >"$conf"
[[ $(o2cb list-nodes --oneline "$CLUSTER" | grep -c '^node:') == 2 ]] || { echo "FAIL o2cb does not read two nodes" && failed=1; }
expect "node list: a node more is growth" 0 functions ocfs2 only_nodes_come
sed -i 's/192.168.1.101/192.168.1.9/' "$conf"
expect "node list: another address is none" 3 functions ocfs2 only_nodes_come
cp files/common$conf "$conf"
sed -i 's/number = 2/number = 7/' "$conf"
expect "node list: another number is none" 3 functions ocfs2 only_nodes_come
cp files/common$conf "$conf"
printf 'node:\n\tname = node9\n\tcluster = %s\n\tnumber = 9\n\tip_address = 192.168.1.9\n\tip_port = 7777\n\n' "$CLUSTER" >>"$conf"
expect "node list: a node less is none" 3 functions ocfs2 only_nodes_come
cp files/common$conf "$conf"
sed -i 's/THRESHOLD=.*/THRESHOLD=61/' /etc/default/o2cb
expect "node list: another timeout is none" 3 functions ocfs2 only_nodes_come
sed -i.kept "s/name = node1\$/name = elsewhere/" files/common$conf
expect "node list: a name that is no host name is refused as by the step o2cb" 2 functions ocfs2 grow_o2cb_guard
says "a node's name must be its host name"
mv files/common$conf.kept files/common$conf

# ---- GFS2: what is counted on the disk -----------------------------------------------------------------------------------
cd /host/gfs2 || exit 1
# shellcheck disable=SC1091
. ./settings.sh
for case in 512:32:3 1024:32:1 4096:32:17 4096:256:4; do
    IFS=: read -r block group journals <<<"$case"
    rm -f /scratch/gfs2.img
    truncate -s 1G /scratch/gfs2.img
    mkfs.gfs2 -q -O -p lock_dlm -t a:b -b "$block" -r "$group" -J 8 -j "$journals" /scratch/gfs2.img >/dev/null
    expect "gfs2 $case: its journals are counted" 0 functions gfs2 gfs2_journals_on /scratch/gfs2.img
    [[ $last == "$journals" ]] || { echo "FAIL counts $last journals, not $journals" && failed=1; }
    blocks=$(TERM=dumb gfs2_edit -p statfs /scratch/gfs2.img | sed -n 's/.*sc_total *\([0-9]*\).*/\1/p' | sed -n 1p)
    # shellcheck disable=SC2034 # read by the function
    fills() {
        (cd /host/gfs2 && . ./node.sh && set +u && MKFS_OPTIONS=(-r "$group") && gfs2_fills "$1" "$blocks" "$block")
    }
    expect "gfs2 $case: it fills what it was made for" 0 fills $((1 << 30))
    expect "gfs2 $case: and not one group more" 1 fills $(((1 << 30) + 2 * (group << 20)))
done

# ---- LVM -----------------------------------------------------------------------------------------------------------------
truncate -s 64M /scratch/pv.img
pv=$(losetup --show -f /scratch/pv.img)
mkdir -p /etc/lvm
vgcreate -q "$VG" "$pv" >/dev/null 2>&1
expect "lvm: a new volume is as large as its device" 0 functions gfs2 physical_volume_has_grown "$pv" "$VG"
expect "lvm: an empty group is not full" 3 functions gfs2 group_is_full "$VG"
truncate -s 200M /scratch/pv.img
losetup -c "$pv"
expect "lvm: the device grew" 3 functions gfs2 physical_volume_has_grown "$pv" "$VG"
pvresize -q "$pv" >/dev/null 2>&1
expect "lvm: and the volume with it" 0 functions gfs2 physical_volume_has_grown "$pv" "$VG"
vgremove -q -y "$VG" >/dev/null 2>&1
losetup -d "$pv"

# ---- corosync and Pacemaker: a node more ----------------------------------------------------------------------------------
conf=/etc/corosync/corosync.conf
cp files/common$conf $conf
expect "corosync: a node more is growth" 0 functions gfs2-more only_members_come
expect "corosync: a node less is none" 3 bash -c 'cp /host/gfs2-more/files/common'"$conf $conf"'; cd /host/gfs2; . ./node.sh; only_members_come'
cp files/common$conf $conf
sed -i 's/token: .*/token: 9000/' $conf
expect "corosync: another token is none" 3 functions gfs2-more only_members_come
cp files/common$conf $conf
sed -i 's/ring0_addr: 192.168.1.102/ring0_addr: 192.168.1.99/' $conf
expect "corosync: another address is none" 3 functions gfs2-more only_members_come
cp files/common$conf $conf
sed -i 's/^quorum {/&\n    two_node: 1/' $conf
expect "corosync: two nodes may become more" 0 functions gfs2-more only_members_come

cibadmin --empty >/scratch/grown.xml
cibadmin --empty >/scratch/made.xml
expect "pacemaker: three nodes" 0 bash cib/cluster.sh /scratch/grown.xml
expect "pacemaker: a fourth one's device" 0 bash /host/gfs2-more/cib/fence-node4.sh /scratch/grown.xml
expect "pacemaker: four nodes at once" 0 bash /host/gfs2-more/cib/cluster.sh /scratch/made.xml
for part in "//primitive[@id='fence-node4']" "//rsc_location[@rsc='fence-node4']"; do
    [[ -n $(xmllint --xpath "$part" /scratch/made.xml) &&
        $(xmllint --xpath "$part" /scratch/grown.xml) == "$(xmllint --xpath "$part" /scratch/made.xml)" ]] ||
        { echo "FAIL $part differs" && failed=1; }
done
expect "pacemaker: the volume" 0 bash cib/volume.sh /scratch/grown.xml
hold() { # FUNCTION
    # The tools work on the file; everything else is as on a node.
    (cd /host/gfs2-more && export CIB_file=/scratch/grown.xml && . ./node.sh && set +u && set -e && "$1" node4)
}
expect "hold: node4 is free" 9 hold node_held
expect "hold: node4 is held" 0 hold node_hold
expect "hold: twice is once" 0 hold node_hold
expect "hold: it is" 0 hold node_held
CIB_file=/scratch/grown.xml crm_attribute --name have-watchdog --update false >/dev/null 2>&1
crm_simulate -x /scratch/grown.xml -S --quorum=1 --node-up=node1 --node-up=node2 --node-up=node3 --node-up=node4 \
    -O /scratch/up.xml >/scratch/simulated 2>&1
expect "hold: Pacemaker starts the volume on the others only" 0 grep -F 'Started: [ node1 node2 node3 ]' /scratch/simulated
grep -E 'volume-fs.* start on node4' /scratch/simulated && { echo "FAIL volume on node4" && failed=1; }
expect "hold: with the lock manager on all" 0 grep -F 'Started: [ node1 node2 node3 node4 ]' /scratch/simulated
expect "hold: released" 0 hold node_release
expect "hold: released twice" 0 hold node_release
expect "hold: free again" 9 hold node_held

# ---- the orchestrator knows them -------------------------------------------------------------------------------------------
cd /host/gfs2 || exit 1
expect "provision.sh lists what a larger LUN takes" 0 ./provision.sh --grow lun --list
[[ $(cut -d' ' -f1 <<<"$last" | tr '\n' ' ') == 'grow-rescan grow-volume-gfs2 grow-refresh-gfs2 grow-gfs2 ' ]] || { echo "FAIL lists $last" && failed=1; }
expect "provision.sh knows only what can grow" 2 ./provision.sh --grow mountpoint --list
expect "provision.sh takes a step of growth" 0 ./provision.sh --grow node --only grow-key --list
expect "but not in the usual order" 2 ./provision.sh --only grow-key --list
exit "$failed"

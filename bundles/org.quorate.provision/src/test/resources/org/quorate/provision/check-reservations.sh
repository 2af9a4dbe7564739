#!/usr/bin/env bash
# Runs inside the throw-away Debian root: quorate-reservation with the real sg_persist against a real SCSI target (tgt), which two
# initiators use by iSCSI. What is between sg_persist and the target, a kernel's initiator elsewhere, is scsi-initiator here, one
# session a node. /host/ocfs2 is an export for two nodes. tgt keeps nothing through a loss of power: the refusal of that is tried
# first, everything else without it.
set -u
# shellcheck source=expect.sh
. /host/.expect.sh

work=$(mktemp -d)
gcc -Wall -O1 -o "$work/scsi-initiator" /host/.scsi-initiator.c -liscsi || exit 1
gcc -Wall -O1 -shared -fPIC -o "$work/sg-io.so" /host/.sg-io.c -ldl || exit 1
ip link set lo up
truncate -s 64M "$work/lun.img"
tgtd -f --iscsi portal=127.0.0.1:3260 >"$work/tgtd.log" 2>&1 &
tgt=$!
trap 'kill -9 $tgt $(jobs -p) 2>/dev/null' EXIT
for ((i = 0; i < 300; i++)); do
    tgtadm --op show --mode sys >/dev/null 2>&1 && break
    sleep 0.1
done
((i < 300)) || { echo "FAIL the target does not start" && exit 1; }
tgtadm --op new --mode target --tid 1 -T iqn.2024-01.org.example:t
tgtadm --op new --mode logicalunit --tid 1 --lun 1 -b "$work/lun.img"
tgtadm --op bind --mode target --tid 1 -I ALL

login() { # NODE
    rm -f "$work/$1"
    "$work/scsi-initiator" "$work/$1" "iqn.1993-08.org.debian:01:$1" iscsi://127.0.0.1/iqn.2024-01.org.example:t/1 >"$work/$1.log" 2>&1 &
    sessions[$1]=$!
    for ((i = 0; i < 50; i++)); do
        [[ -S $work/$1 ]] && return
        sleep 0.1
    done
    cat "$work/$1.log"
    exit 1
}

declare -A sessions
for node in node1 node2 other; do
    login "$node"
done

. /host/ocfs2/settings.sh
program=/host/ocfs2/files/common/usr/local/sbin/quorate-reservation
values() { # NODE SED-EXPRESSION...
    sed "${@:2}" "/host/ocfs2/files/only/$1/etc/quorate/reservation" >"$work/$1.values"
}
on() { # NODE VERB
    QUORATE_RESERVATION=$work/$1.values SG_DEVICE=$DEVICE SG_SOCKET=$work/$1 LD_PRELOAD=$work/sg-io.so bash "$program" "$2"
}
raw() { # NODE ARGUMENT...
    SG_DEVICE=$DEVICE SG_SOCKET=$work/$1 LD_PRELOAD=$work/sg-io.so sg_persist --no-inquiry "${@:2}" "$DEVICE"
}
held() {
    raw node1 --in --read-reservation
}

values node1 ''
expect "a target without memory for a loss of power is refused" 2 on node1 capable
says "PTPL_C is 0"
for type in 1 3 2; do
    values node1 -e 's/^APTPL=.*/APTPL=no/' -e "s/^TYPE=.*/TYPE=$type/"
    expect "type $type is refused" 2 on node1 capable
    expect "type $type is never reserved" 2 on node1 reserve
done
for type in 5 7 8; do
    values node1 -e 's/^APTPL=.*/APTPL=no/' -e "s/^TYPE=.*/TYPE=$type/"
    values node2 -e 's/^APTPL=.*/APTPL=no/' -e "s/^TYPE=.*/TYPE=$type/"
    expect "$type: the target can" 0 on node1 capable
    expect "$type: nothing is there yet" 3 on node1 verify
    expect "$type: nor node1's key" 3 on node1 registered
    says "registered on 0 of 1 paths"
    expect "$type: node1 registers" 0 on node1 register
    expect "$type: node1's key is there, without a reservation" 0 on node1 registered
    expect "$type: node1 registers once" 0 on node1 register
    [[ $(raw node1 --in --read-keys | grep -c '0x') == 2 ]] || { echo "FAIL not one key: $(raw node1 --in --read-keys)" && failed=1; }
    expect "$type: nobody reserves while a node would be locked out" 3 on node1 reserve
    says "would be locked out"
    [[ $(held) == *'NO reservation'* ]] || { echo "FAIL reserved too early" && failed=1; }
    expect "$type: node2 registers" 0 on node2 register
    expect "$type: node1 reserves" 0 on node1 reserve
    expect "$type: node1 reserves once" 0 on node1 reserve
    expect "$type: node2 finds it reserved" 0 on node2 reserve
    expect "$type: all is well on node1" 0 on node1 verify
    expect "$type: and on node2" 0 on node2 verify
    expect "$type: nobody else takes the reservation" 24 raw other --out --reserve --param-rk=1 --prout-type=3
    # A node that logs in again is a new initiator to this target: its key is gone or of the old session.
    kill "${sessions[node2]}"
    wait "${sessions[node2]}" 2>/dev/null
    login node2
    expect "$type: after a new login node2 registers again" 0 on node2 register
    expect "$type: and all is well" 0 on node2 verify
    expect "$type: another type is refused" 2 env bash -c "sed -i 's/^TYPE=.*/TYPE=$((type == 5 ? 7 : 5))/' '$work/node2.values'; $(declare -f on); work=$work program=$program DEVICE=$DEVICE on node2 reserve"
    says "another type"
    values node2 -e 's/^APTPL=.*/APTPL=no/' -e "s/^TYPE=.*/TYPE=$type/"
    expect "$type: node2 goes" 0 on node2 unregister
    expect "$type: node2 goes once" 0 on node2 unregister
    expect "$type: node2 is no longer registered" 3 on node2 verify
    expect "$type: node1 goes, and the reservation with it" 0 on node1 unregister
    [[ $(raw other --in --read-reservation) == *'NO reservation'* ]] || { echo "FAIL the reservation stays: $(held)" && failed=1; }
    raw other --out --register --param-rk=0 --param-sark=1 >/dev/null
    raw other --out --clear --param-rk=1 >/dev/null
done
values node1 -e 's/^APTPL=.*/APTPL=no/' -e 's/^TYPE=.*/TYPE=5/' -e "s|^DEVICE=.*|DEVICE='$work/lun'|"
export SG_LINK=$work/lun
(sleep 2 && : >"$work/lun") &
for verb in boot registered unregister; do
    expect "at boot, before the LUN is there: $verb" 0 env bash -c \
        "$(declare -f on); work=$work program=$program DEVICE=$work/lun on node1 $verb"
done
unset SG_LINK
values node1 -e 's/^APTPL=.*/APTPL=no/' -e 's/^TYPE=.*/TYPE=8/'
raw other --out --register --param-rk=0 --param-sark=abcdef >/dev/null
expect "a foreign key is refused" 2 on node1 register
says "is of no node of this cluster"
raw other --out --reserve --param-rk=abcdef --prout-type=8 >/dev/null
expect "a foreign reservation is refused" 2 on node1 reserve
[[ $(held) == *'Exclusive Access, all registrants'* ]] || { echo "FAIL the foreign reservation was touched" && failed=1; }
raw other --out --clear --param-rk=abcdef >/dev/null
raw node1 --out --register --param-rk=0 --param-sark="$(sed -n "s/^KEY='\(.*\)'/\1/p" "$work/node2.values")" >/dev/null
expect "a path that has another key already is refused" 2 on node1 register
says "another one"
exit "$failed"

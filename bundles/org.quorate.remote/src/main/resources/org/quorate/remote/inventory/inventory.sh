#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Tells what a node is, for POSIX sh and the tools of RHEL 8 and 9, Oracle Linux, Debian 12, Ubuntu 18.04 to 24.04 and SLES 15.
#
# Changes nothing: no file is written, no service is asked that would be started by it, no kernel module is loaded, and no
# block device is opened (signatures.sh does that). Works without root, but then some of it stays unknown.
#
# Each section is a line "#NAME", then what tools print, each line behind a "|", so that nothing printed looks like a section.
# A section of a tool that is not there is "?NAME".

PATH=/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
export PATH LC_ALL
exec 2>/dev/null </dev/null
umask 077

# Prints what a command prints, at most 256 KiB of it, for at most 10 s.
show() {
    timeout -k 1 10 "$@" | head -c 262144 | tr '\000' '\n' | sed 's/^/|/'
    echo
}

# section NAME COMMAND...
section() {
    name=$1
    shift
    if command -v "$1" >/dev/null; then
        echo "#$name"
        show "$@"
    else
        echo "?$name"
    fi
}

# A file that may not be there, or not be ours to read.
file() {
    if [ -r "$2" ]; then
        section "$1" cat "$2"
    else
        echo "?$1"
    fi
}

# All words of a file on one line, behind a name.
value() {
    [ -r "$2" ] && printf '%s\t%s\n' "$1" "$(head -c 4096 "$2" | tr '\n\t' '  ')"
}

modules() {
    for module in ocfs2 ocfs2_stack_o2cb ocfs2_stack_user ocfs2_dlm gfs2 dlm; do
        printf 'file\t%s\t%s\n' "$module" "$(timeout -k 1 10 modinfo -F filename "$module" | head -n 1)"
    done
    awk '{ print "loaded\t" $1 }' /proc/modules | grep -E '	(ocfs2|gfs2|dlm)' || true
    awk '{ print "filesystem\t" $NF }' /proc/filesystems | grep -E '	(ocfs2|gfs2)$' || true
}

interfaces() {
    for nic in /sys/class/net/*; do
        name=${nic##*/}
        [ "$name" = lo ] && continue
        [ -d "$nic" ] || continue
        printf 'nic\t%s\t%s\t%s\t%s\t%s\n' "$name" "$(cat "$nic/address")" "$(cat "$nic/operstate")" "$(cat "$nic/mtu")" "$(cat "$nic/speed")"
    done
}

sessions() {
    for session in /sys/class/iscsi_session/session*; do
        [ -d "$session" ] || continue
        number=${session##*/session}
        for connection in /sys/class/iscsi_connection/connection"$number":*; do
            [ -d "$connection" ] || continue
            printf 'session\t%s\t%s:%s\t%s\n' "$(cat "$session/targetname")" "$(cat "$connection/persistent_address")" \
                "$(cat "$connection/persistent_port")" "$(cat "$session/state")"
        done
    done
}

# Device identifiers that the kernel and udev know.
identifiers() {
    for disk in /sys/block/*; do
        name=${disk##*/}
        value "wwid	$name" "$disk/device/wwid"
        value "wwid	$name" "$disk/wwid"
        value "dm	$name" "$disk/dm/uuid"
        value "dmname	$name" "$disk/dm/name"
    done
    for link in /dev/disk/by-id/wwn-* /dev/disk/by-id/dm-uuid-mpath-*; do
        [ -e "$link" ] && printf 'link\t%s\t%s\n' "${link##*/}" "$(readlink -f "$link")"
    done
}

packages() {
    names='ocfs2-tools ocfs2-kmp-default gfs2-utils gfs2-kmp-default dlm dlm-controld dlm-kmp-default corosync corosync-qdevice pacemaker
        pcs crmsh lvm2 lvm2-lockd open-iscsi iscsi-initiator-utils multipath-tools device-mapper-multipath fence-agents
        fence-agents-all fence-agents-common resource-agents sbd chrony systemd-timesyncd sg3-utils sg3_utils fio kernel-uek'
    # Each of the two can be installed as a tool beside the other, which then knows of nothing.
    # shellcheck disable=SC2086,SC2016 # words on purpose; the names in braces are those of dpkg-query
    if command -v dpkg-query >/dev/null && [ -s /var/lib/dpkg/status ]; then
        timeout -k 1 10 dpkg-query -W -f '${db:Status-Status}\t${Package}\t${Version}\n' $names
    else
        timeout -k 1 10 rpm -q --qf 'installed\t%{NAME}\t%{VERSION}-%{RELEASE}\n' $names
    fi
}

services() {
    units='o2cb ocfs2 corosync pacemaker pcsd sbd dlm lvmlockd lvm2-lvmlockd multipathd iscsid open-iscsi iscsi chronyd chrony
        systemd-timesyncd firewalld ufw nftables'
    command -v systemctl >/dev/null || return
    # One question for all, because each may have to wait for the bus; a unit of two names is told once, by its own.
    # shellcheck disable=SC2086 # words on purpose
    timeout -k 1 10 systemctl show -p Id -p ActiveState -p UnitFileState $units | awk '
        { at = index($0, "="); value[substr($0, 1, at - 1)] = substr($0, at + 1) }
        function told(    name) {
            name = value["Id"]
            sub(/\.service$/, "", name)
            if (name != "" && !(name in seen)) print name "\t" value["ActiveState"] "\t" value["UnitFileState"]
            seen[name]
            split("", value)
        }
        /^$/ { told() }
        END { told() }'
}

firewall() {
    value ufw /etc/ufw/ufw.conf
    value tables /proc/net/ip_tables_names
    if command -v firewall-cmd >/dev/null && [ "$(timeout -k 1 5 systemctl is-active firewalld)" = active ]; then
        timeout -k 1 10 firewall-cmd --list-all
    fi
}

clock() {
    [ -e /run/systemd/timesync/synchronized ] && echo timesyncd
    command -v chronyc >/dev/null && timeout -k 1 5 chronyc -n -c tracking | sed 's/^/chrony,/'
}

# A key may stand in it as it is, which must not leave the node (corosync.conf(5), totem, key).
corosync() {
    if [ -r /etc/corosync/corosync.conf ]; then
        section corosync sed 's/^\([[:space:]]*key[[:space:]]*:\).*/\1 (not told)/' /etc/corosync/corosync.conf
    else
        echo "?corosync"
    fi
}

# A section that a function of this script makes; what it calls that could hang has a limit of its own.
functions() {
    echo "#$1"
    "$1" | head -c 262144 | tr '\000' '\n' | sed 's/^/|/'
    echo
}

echo "#quorate-inventory 1"
section user id -u
section host uname -n
section kernel uname -r
section machine uname -m
file os /etc/os-release
file machine-id /etc/machine-id
functions clock
section processors getconf _NPROCESSORS_ONLN
section cpu grep -m 1 -E '^(model name|Model|machine)' /proc/cpuinfo
file memory /proc/meminfo
functions modules
functions interfaces
section addresses ip -o addr show
file initiator /etc/iscsi/initiatorname.iscsi
functions sessions
section devices lsblk -P -b -o NAME,KNAME,PKNAME,TYPE,SIZE,TRAN,VENDOR,MODEL,SERIAL,WWN,FSTYPE,MOUNTPOINT
functions identifiers
functions packages
functions services
corosync
file ocfs2-cluster /etc/ocfs2/cluster.conf
file o2cb-debian /etc/default/o2cb
file o2cb-redhat /etc/sysconfig/o2cb
file mounts /proc/mounts
functions firewall
echo "#end"

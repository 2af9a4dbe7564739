#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Makes nodes with OpenSSH servers and runs a command beside them; all is gone when it ends.
#
#   nodes.sh ROOT COUNT WORK COMMAND...
#
# Each node is a network namespace with an address of its own (198.51.100.N, a network of documentation), a host name, processes and a root of
# its own: a copy in memory of the throw-away Debian ROOT. This namespace has 198.51.100.254, one link to each of them, and no route out.
# WORK is a folder of the caller, with the keys made in advance: user.pub, other.pub; the nodes write their host keys there as hostN.pub.
set -euo pipefail

node() {
    local i=$1 root=$2 top=$3 work=$4 file
    hostname "node$i"
    until ip link show "n$i" >/dev/null 2>&1; do sleep 0.02; done
    ip link set lo up
    ip link set "n$i" name eth0
    ip addr add "198.51.100.$i" peer 198.51.100.254 dev eth0
    ip link set eth0 up
    ip route add 198.51.100.0/24 via 198.51.100.254
    mkdir -p "$top/upper" "$top/work" "$top/root"
    mount -t overlay -o "lowerdir=$root,upperdir=$top/upper,workdir=$top/work" none "$top/root"
    cd "$top/root"
    mount -t proc -o nosuid,nodev,noexec none proc
    for file in proc/sys proc/sysrq-trigger; do
        [[ -e $file ]] || continue
        mount --bind "$file" "$file"
        mount -o remount,bind,ro "$file"
    done
    mount -t sysfs -o ro,nosuid,nodev,noexec none sys
    mount -t tmpfs -o mode=0755 none dev
    mount -t tmpfs -o mode=0755 none run
    mount -t tmpfs -o mode=1777,size=64M none tmp
    mkdir dev/pts dev/shm run/lock run/sshd
    mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 none dev/pts
    ln -s pts/ptmx dev/ptmx
    ln -s /proc/self/fd dev/fd
    for name in null zero full random urandom tty; do
        touch "dev/$name"
        mount --bind "/dev/$name" "dev/$name"
    done
    # A disk of the first node.
    if [[ $i == 1 ]]; then
        touch dev/sdz
        mount --bind "$(<"$work/disk")" dev/sdz
    fi
    accounts "$i" "$work"
    # What else a test needs on the nodes, in the root of each.
    # shellcheck disable=SC1091 # of the test
    [[ ! -e $work/prepare.sh ]] || . "$work/prepare.sh"
    local kept=-sys_module,-sys_time,-sys_boot
    exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin setpriv --bounding-set "$kept" --inh-caps "$kept" chroot . /usr/sbin/sshd -D -e -f /etc/ssh/test_config
}

# The users and what they may do, each node another way: see RealHosts.
accounts() {
    local i=$1 work=$2
    local user
    for user in plain free asked; do
        chroot . useradd -m -s /bin/sh "$user"
    done
    printf '%s\n' 'plain:no-sudo' 'free:pass-free' 'asked:pass '\''word"1' | chroot . chpasswd
    printf '%s\n' 'free ALL=(ALL) NOPASSWD: ALL' 'asked ALL=(ALL) ALL' >etc/sudoers.d/test
    chmod 0440 etc/sudoers.d/test
    for user in plain free asked root; do
        local home=home/$user
        [[ $user != root ]] || home=root
        mkdir -p "$home/.ssh"
        cat "$work"/user*.pub >"$home/.ssh/authorized_keys"
        chmod 700 "$home/.ssh"
        chroot . chown -R "$user:" "/$home"
    done
    printf '127.0.0.1 localhost node%s\n' "$i" >etc/hosts
    mkdir -p small
    mount -t tmpfs -o size=256k,mode=1777 none small
    # Nodes 2 and 3 are clones of one machine.
    local number=$i
    [[ $i != 3 ]] || number=2
    printf 'InitiatorName=iqn.1993-08.org.debian:01:node%s\n' "$number" >etc/iscsi/initiatorname.iscsi
    printf '%032d\n' "$number" >etc/machine-id
    printf 'node:\n\tname = node%s\n\tcluster = web\n' "$i" >etc/ocfs2/cluster.conf
    mkdir -p etc/corosync
    printf 'totem {\n\tcluster_name: web\n\tkey: c2VjcmV0\n  key : c2VjcmV0\n\tkeyfile: /etc/corosync/authkey\n}\n' >etc/corosync/corosync.conf
    printf '//nas/web /mnt cifs password=c2VjcmV0 0 0\n' >etc/fstab
    rm -f etc/ssh/ssh_host_*
    ssh-keygen -q -t ed25519 -N '' -C "node$i" -f etc/ssh/host
    ssh-keygen -q -t ecdsa -N '' -C "node$i" -f etc/ssh/host_ecdsa
    local passwords=yes interactive=no
    [[ $i != 2 ]] || { passwords=no && interactive=yes; }
    cat >etc/ssh/test_config <<EOF
ListenAddress 198.51.100.$i
HostKey /etc/ssh/host
HostKey /etc/ssh/host_ecdsa
PasswordAuthentication $passwords
KbdInteractiveAuthentication $interactive
UsePAM yes
PermitRootLogin prohibit-password
MaxAuthTries 10
PidFile none
EOF
    cp etc/ssh/host_ecdsa.pub "$work/host${i}_ecdsa.pub"
    cp etc/ssh/host.pub "$work/host$i.new"
    mv "$work/host$i.new" "$work/host$i.pub"
}

if [[ ${1:-} == --node ]]; then
    shift
    node "$@"
fi

root=$1 count=$2 work=$3
shift 3
mount --make-rprivate /
mount -t proc proc /proc
ip link set lo up
# From node to node, for jumps; there is nowhere else to go.
echo 1 >/proc/sys/net/ipv4/ip_forward
# Where each node keeps what it writes: memory, and nobody else sees it.
mkdir -p "$work/roots"
mount -t tmpfs -o mode=0700 none "$work/roots"
# A disk with a file system on it, which is gone with the last process that has it open.
truncate -s 8M "$work/roots/disk.img"
mke2fs -q -t ext4 -L old "$work/roots/disk.img"
losetup --show -f "$work/roots/disk.img" >"$work/disk"
exec 9<"$(<"$work/disk")"
losetup -d "$(<"$work/disk")"
own=$(readlink /proc/self/ns/net)
for ((i = 1; i <= count; i++)); do
    mkdir "$work/roots/$i"
    unshare --net --uts --ipc --mount --pid --fork --kill-child bash "$0" --node "$i" "$root" "$work/roots/$i" "$work" \
        >"$work/node$i.log" 2>&1 </dev/null &
    theirs=$own
    while [[ -z $theirs || $theirs == "$own" ]]; do
        sleep 0.01
        theirs=$(readlink "/proc/$!/ns/net" || true)
    done
    ip link add "v$i" type veth peer name "n$i"
    ip link set "n$i" netns "$!"
    ip addr add 198.51.100.254 peer "198.51.100.$i" dev "v$i"
    ip link set "v$i" up
done
for ((i = 1; i <= count; i++)); do
    for ((tries = 0; tries < 600; tries++)); do
        ! grep -q 'Server listening' "$work/node$i.log" || continue 2
        sleep 0.1
    done
    printf 'FAIL node %s did not start:\n' "$i"
    cat "$work/node$i.log"
    exit 1
done
if ip route get 203.0.113.9 >/dev/null 2>&1; then
    printf 'FAIL there is a way out\n'
    exit 1
fi
"$@"

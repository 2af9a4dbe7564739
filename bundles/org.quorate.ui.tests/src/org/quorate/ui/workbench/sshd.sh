#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# A node for tests of the desktop: OpenSSH's server on 127.0.0.1, with a host name, processes and a root of its own; all is gone when it ends.
#
#   sshd.sh ROOT WORK NAME PORT
#
# ROOT is the throw-away Debian, of which the node has a copy in memory. WORK has user.pub, the only key that may log in: as root, and as
# admin, who has the password "a secret" for sudo. The node writes its host key there as NAME.pub when it can be connected to.
set -euo pipefail
root=$1 work=$2 name=$3 port=$4
mount --make-rprivate /
hostname "$name"
mkdir -p "$work/$name"
mount -t tmpfs -o mode=0755 none "$work/$name"
mkdir "$work/$name/upper" "$work/$name/work" "$work/$name/root"
mount -t overlay -o "lowerdir=$root,upperdir=$work/$name/upper,workdir=$work/$name/work" none "$work/$name/root"
cd "$work/$name/root"
mount -t proc -o nosuid,nodev,noexec none proc
for file in proc/sys proc/sysrq-trigger; do
    [[ -e $file ]] || continue
    mount --bind "$file" "$file"
    mount -o remount,bind,ro "$file"
done
mount -t sysfs -o ro,nosuid,nodev,noexec none sys
mount -t tmpfs -o mode=0755 none dev
mount -t tmpfs -o mode=0755 none run
mount -t tmpfs -o mode=1777,size=16M none tmp
mkdir dev/pts dev/shm run/lock run/sshd
mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 none dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
for device in null zero full random urandom tty; do
    touch "dev/$device"
    mount --bind "/dev/$device" "dev/$device"
done
chroot . useradd -m -s /bin/sh admin
printf '%s\n' 'admin:a secret' | chroot . chpasswd
printf '%s\n' 'admin ALL=(ALL) ALL' >etc/sudoers.d/test
chmod 0440 etc/sudoers.d/test
for home in root home/admin; do
    mkdir -p "$home/.ssh"
    cp "$work/user.pub" "$home/.ssh/authorized_keys"
    chmod 700 "$home/.ssh"
done
chroot . chown -R admin: /home/admin
printf '127.0.0.1 localhost %s\n' "$name" >etc/hosts
printf 'InitiatorName=iqn.1993-08.org.debian:01:clone\n' >etc/iscsi/initiatorname.iscsi
rm -f etc/ssh/ssh_host_*
ssh-keygen -q -t ed25519 -N '' -C "$name" -f etc/ssh/host
cat >etc/ssh/test_config <<EOF
ListenAddress 127.0.0.1
Port $port
HostKey /etc/ssh/host
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM yes
PermitRootLogin prohibit-password
AllowUsers root admin
PidFile none
EOF
cp etc/ssh/host.pub "$work/$name.new"
mv "$work/$name.new" "$work/$name.pub"
kept=-sys_module,-sys_time,-sys_boot
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin setpriv --bounding-set "$kept" --inh-caps "$kept" chroot . /usr/sbin/sshd -D -e -f /etc/ssh/test_config

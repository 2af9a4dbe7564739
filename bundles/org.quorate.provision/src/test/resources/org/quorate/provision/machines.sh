# shellcheck shell=bash
# Machines for tests that need some: node1 to node3 and an arbiter, reached by real ssh, each with its own files and host
# name, inside the throw-away Debian root. No daemon of a cluster runs. Sourced; sets failed=1 where something is wrong.
# shellcheck source=expect.sh
. /host/.expect.sh

keeps_silent() { # TEXT: not in the last output
    [[ $last != *"$1"* ]] || { echo "FAIL shows \"$1\"" && failed=1; }
}

ip link set lo up
mkdir -p /root/.ssh /run/sshd
ssh-keygen -q -t ed25519 -N '' -f /root/.ssh/id_ed25519
ssh-keygen -q -A
cp /root/.ssh/id_ed25519.pub /root/.ssh/authorized_keys

start_machine() { # NAME ADDRESS
    local home=/run/machines/$1
    ip addr add "$2/32" dev lo
    mkdir -p "$home/upper" "$home/work" "$home/root"
    echo "$2 $(cut -d' ' -f1,2 /etc/ssh/ssh_host_ed25519_key.pub)" >>/root/.ssh/known_hosts
    # shellcheck disable=SC2016 # the machine's shell expands it
    unshare --uts --mount bash -c '
        mount -t overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" none "$1/root"
        for dir in proc sys dev; do mount --rbind "/$dir" "$1/root/$dir"; done
        mount -t tmpfs none "$1/root/run"
        mount -t tmpfs -o mode=1777 none "$1/root/tmp"
        mkdir -p "$1/root/run/sshd" "$1/root/run/lock"
        hostname "$2"
        echo "$2" | md5sum | cut -c1-32 >"$1/root/etc/machine-id"
        echo "InitiatorName=iqn.1993-08.org.debian:01:$2" >"$1/root/etc/iscsi/initiatorname.iscsi"
        exec chroot "$1/root" /usr/sbin/sshd -D -e -o "ListenAddress=$3" -o "PidFile=none" -o SetEnv=SYSTEMD_IGNORE_CHROOT=1' machine "$home" "$1" "$2" \
        >"$home/log" 2>&1 &
}

on() { # NAME COMMAND...
    local address=${addresses[$1]}
    shift
    ssh -o BatchMode=yes "$address" "$@"
}

declare -A addresses=([node1]=192.168.1.101 [node2]=192.168.1.102 [node3]=192.168.1.103 [arbiter]=192.168.1.9)
for name in node1 node2 node3 arbiter; do
    start_machine "$name" "${addresses[$name]}"
done
for name in node1 node2 node3 arbiter; do
    for ((i = 0; i < 150; i++)); do
        on "$name" true 2>/dev/null && break
        sleep 0.2
    done
    ((i < 150)) || { echo "FAIL $name does not answer" && exit 1; }
done

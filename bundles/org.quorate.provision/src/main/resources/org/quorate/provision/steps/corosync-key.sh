# title: One corosync key on all nodes
# where: admin host
# risk: none
# why: Made by corosync-keygen on the first node, piped to the others through this host; never a file of this export or here.
check() {
    local i key first=''
    for i in "${!NODE_NAMES[@]}"; do
        key=$(remote "$i" sha256sum /etc/corosync/authkey 2>/dev/null </dev/null) || true
        key=${key%% *}
        [[ $key != '' ]] || change "${NODE_NAMES[i]} has no key"
        [[ $key == "${first:=$key}" ]] || change "${NODE_NAMES[i]} has another key than ${NODE_NAMES[0]}"
        [[ $(remote "$i" stat -c '%a %u' /etc/corosync/authkey </dev/null) == '400 0' ]] ||
            change "${NODE_NAMES[i]}: the key can be read by others than root"
    done
}
act() {
    local i
    for i in "${!NODE_NAMES[@]}"; do
        ! remote "$i" systemctl is-active --quiet corosync.service </dev/null ||
            refuse "corosync runs on ${NODE_NAMES[i]}: the key can only change while it is stopped on all nodes"
    done
    remote 0 bash -c 'test -s /etc/corosync/authkey || corosync-keygen -l >/dev/null; chmod 0400 /etc/corosync/authkey' </dev/null
    for ((i = 1; i < ${#NODE_NAMES[@]}; i++)); do
        remote 0 cat /etc/corosync/authkey </dev/null |
            remote "$i" bash -c 'set -e; umask 377; rm -f /etc/corosync/.authkey
                cat >/etc/corosync/.authkey; test -s /etc/corosync/.authkey; mv -T /etc/corosync/.authkey /etc/corosync/authkey'
    done
}
plain_look() {
    ssh -n "root@$ADDRESS" 'sha256sum /etc/corosync/authkey; systemctl is-active corosync.service' # must say: inactive # each node
}
plain_act() {
    # Only if there is no such key yet, and with corosync stopped on all nodes. It is never a file of your machine.
    ssh -n "root@$FIRST_ADDRESS" 'test -s /etc/corosync/authkey || corosync-keygen -l'
    ssh -n "root@$FIRST_ADDRESS" cat /etc/corosync/authkey | ssh "root@$ADDRESS" 'umask 377 && cat >/etc/corosync/authkey' # each peer
}
plain_verify() {
    ssh -n "root@$ADDRESS" 'sha256sum /etc/corosync/authkey; ls -l /etc/corosync/authkey' # each node
}

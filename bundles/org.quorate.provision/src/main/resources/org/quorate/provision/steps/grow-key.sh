# title: The nodes that come have the cluster's key
# where: admin host
# risk: none
# why: Piped from the first node through this host; never a file here. A node that has another key belongs elsewhere.
check() {
    local i key first
    first=$(remote 0 sha256sum /etc/corosync/authkey </dev/null) || refuse "${NODE_NAMES[0]} has no key: this is no cluster that grows"
    for i in "${!NODE_NAMES[@]}"; do
        key=$(remote "$i" sha256sum /etc/corosync/authkey 2>/dev/null </dev/null) || true
        [[ $key != '' ]] || change "${NODE_NAMES[i]} has no key"
        [[ ${key%% *} == "${first%% *}" ]] || refuse "${NODE_NAMES[i]} has another key than ${NODE_NAMES[0]}"
    done
}
act() {
    local i
    for i in "${!NODE_NAMES[@]}"; do
        ! remote "$i" test -s /etc/corosync/authkey </dev/null || continue
        remote 0 cat /etc/corosync/authkey </dev/null |
            remote "$i" bash -c 'set -e; umask 377; rm -f /etc/corosync/.authkey
                cat >/etc/corosync/.authkey; test -s /etc/corosync/.authkey; mv -T /etc/corosync/.authkey /etc/corosync/authkey'
    done
}
undo() {
    note "the keys stay"
}

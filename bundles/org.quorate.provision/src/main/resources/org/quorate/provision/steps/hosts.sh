# title: Every node's name means its cluster address, everywhere
# where: each node
# risk: none
# why: Debian and Ubuntu give a machine's own name the address 127.0.1.1; cluster software would then listen to itself.
check() {
    local i
    block_is_installed /etc/hosts
    for i in "${!NODE_NAMES[@]}"; do
        [[ $(getent ahostsv4 "${NODE_NAMES[i]}" | awk '{ print $1 }' | sort -u) == "${NODE_ADDRESSES[i]}" ]] ||
            change "${NODE_NAMES[i]} does not resolve to ${NODE_ADDRESSES[i]} alone"
    done
}
act() {
    install_block /etc/hosts without_own_loopback_name
}
undo() {
    remove_block /etc/hosts
}
plain_look() {
    getent ahostsv4 "$NAME" # must say: $ADDRESS # each node
}
plain_act() {
    @use block /etc/hosts@
    sed -i 's/^127\.0\.1\.1[[:space:]]/# quorate: &/' /etc/hosts
}
plain_verify() {
    getent ahostsv4 "$NAME" | grep -F "$ADDRESS" # each node
}
plain_undo() {
    sed -i -e '/^# BEGIN quorate$/,/^# END quorate$/d' -e 's/^# quorate: //' /etc/hosts
}

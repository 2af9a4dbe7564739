# title: The right machine, the right operating system
# where: each node
# risk: none
# why: Every later step trusts the node's name and address. OCFS2 insists that the name in cluster.conf is the host name.
check() {
    local id version
    id=$(sed -n 's/^ID=//p' /etc/os-release | tr -d \")
    version=$(sed -n 's/^VERSION_ID=//p' /etc/os-release | tr -d \")
    [[ " ${OS_IDS[*]} " == *" $id "* && ($version == "$OS_VERSION" || $version == "$OS_VERSION".*) ]] ||
        refuse "this is $id $version; the export is for ${OS_IDS[*]}, version $OS_VERSION"
    [[ $(hostname) == "$SELF" ]] || refuse "the host name is $(hostname), not $SELF (hostnamectl set-hostname changes it)"
    [[ -n $(cluster_interface) ]] || refuse "no interface has the address ${NODE_ADDRESSES[ME]}"
}
act() {
    refuse "only a person can change this"
}
plain_look() {
    hostname # must say: $NODE
    grep -E '^(ID|VERSION_ID)=' /etc/os-release # must say: "${OS_IDS[@]}" $OS_VERSION
    ip -o -4 addr show to "$NODE_ADDRESS/32" # must show an interface
}
plain_act() {
    hostnamectl set-hostname "$NODE" # only if it has another name
}

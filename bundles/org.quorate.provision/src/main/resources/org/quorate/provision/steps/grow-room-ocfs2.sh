# title: There is a slot for every node
# where: first node
# risk: none
# why: A node without a slot cannot mount. Better to know before anything else is changed.
check() {
    local there
    require_our_volume
    there=$(ocfs2_places)
    ((there >= ${#NODE_NAMES[@]})) || refuse "OCFS2 has ${there:-no} slots for ${#NODE_NAMES[@]} nodes: first ./provision.sh --grow slots"
}
act() {
    refuse "first ./provision.sh --grow slots"
}

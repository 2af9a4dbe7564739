# title: There is a journal for every node
# where: first node
# risk: none
# why: A node without a journal cannot mount. Better to know before anything else is changed.
check() {
    local there
    require_mounted
    there=$(gfs2_places)
    ((there >= ${#NODE_NAMES[@]})) || refuse "GFS2 has $there journals for ${#NODE_NAMES[@]} nodes: first ./provision.sh --grow slots"
}
act() {
    refuse "first ./provision.sh --grow slots"
}

# title: Pacemaker: fencing, the lock manager, LVM's locks
# where: first node
# risk: none
# why: Built in a copy of the configuration, checked, and pushed at once: never half of it. See cib/cluster.sh.
check() {
    cib_is_complete cluster
    all_nodes_run locking-clone || change "the lock manager does not run on all nodes"
}
act() {
    local agent
    all_nodes_are_members || refuse "not all nodes are there: the missing ones would be fenced"
    require_agent ocf:pacemaker:controld
    for agent in "${LOCK_AGENTS[@]}"; do
        require_agent "$agent"
    done
    cib_push cluster
    wait_until 180 all_nodes_run locking-clone || fail "the lock manager does not start everywhere; see: crm_mon -1 -r -f"
}
undo() {
    ! cib_has volume-clone || refuse "the volume is still configured: undo cib-volume first"
    cib_drop cluster
}

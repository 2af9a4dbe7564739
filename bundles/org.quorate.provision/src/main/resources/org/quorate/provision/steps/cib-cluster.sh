# title: Pacemaker: fencing, the lock manager, LVM's locks
# where: first node
# risk: none
# why: Built in a copy of the configuration, checked, and pushed at once: never half of it. See cib/.
# takes: up to 3 minutes
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
plain_look() {
    crm_mon -1 -r
}
plain_act() {
    cibadmin --query >/root/before-quorate/before.xml
    cp /root/before-quorate/before.xml /root/before-quorate/after.xml
    @include cib/cluster.sh@
    crm_verify --xml-file /root/before-quorate/after.xml &&
        pcs cluster cib-push /root/before-quorate/after.xml diff-against=/root/before-quorate/before.xml # when pcs
}
plain_verify() {
    crm_mon -1 -r # after a minute or two
}
plain_undo() {
    pcs resource delete "$ID" # each ID in CIB_CLUSTER # when pcs
}

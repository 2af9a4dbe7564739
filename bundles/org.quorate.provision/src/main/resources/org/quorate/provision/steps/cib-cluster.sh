# title: Pacemaker: fencing and the lock manager
# where: first node
# risk: none
# why: Built in a copy of the configuration, checked, and pushed at once: never half of it. See cib/.
# takes: up to 5 minutes
check() {
    cib_is_complete cluster
    all_nodes_run locking-clone || change "the lock manager does not run on all nodes"
}
act() {
    local agent
    all_nodes_are_members || refuse "not all nodes are there: the missing ones would be fenced"
    require_agent ocf:pacemaker:controld
    for agent in ${LOCK_AGENTS[@]+"${LOCK_AGENTS[@]}"}; do # none is unset to bash before 4.4
        require_agent "$agent"
    done
    wait_until 120 all_nodes_are_known || fail "Pacemaker has not written down all of ${NODE_NAMES[*]}; see: crm_mon -1"
    cib_push cluster
    wait_until 180 all_nodes_run locking-clone || fail "the lock manager does not start everywhere; see: crm_mon -1 -r -f"
}
undo() {
    ! cib_has volume-clone || refuse "the volume is still configured: undo cib-volume first"
    cib_drop cluster
    # Left behind, it would keep Pacemaker from starting without sbd.
    ! cib_has cib-bootstrap-options-stonith-watchdog-timeout || crm_attribute --name stonith-watchdog-timeout --delete
}
plain_look() {
    crm_mon -1 -r # must name a current DC, and all of "${NODE_NAMES[@]}" as online
}
plain_act() {
    @use push-cib cluster@
}
plain_verify() {
    crm_mon -1 -r # after a minute or two
}
plain_undo() {
    pcs resource delete "$ID" # each ID in CIB_CLUSTER_RESOURCES # when pcs
    pcs stonith delete "$ID" # each ID in CIB_CLUSTER_DEVICES # when pcs
    crm resource stop "$ID" # each ID in CIB_CLUSTER_STOP # when crmsh
    crm configure delete "${CIB_CLUSTER[@]}" # when crmsh
    crm_attribute --name stonith-watchdog-timeout --delete # when SBD_DEFAULTS
}

health_stack() {
    health_say "corosync: this partition has quorum" has_quorum
    [[ $QUORUM_DEVICE == '' ]] || health_say "corosync: the quorum device $QUORUM_DEVICE is connected" arbiter_votes
    health_say "corosync: links" corosync-cfgtool -s
    health_say "fencing is on" fencing_is_on
    health_say "the lock manager waits for nothing" dlm_does_not_wait
    health_say "no failed actions" no_failed_actions
    say "cluster:"
    crm_mon -1 -r
}

fencing_is_on() {
    [[ $(crm_attribute --query --quiet --name stonith-enabled 2>/dev/null) == true ]]
}

# Pacemaker cannot see a lock manager that waits for a fencing that never comes.
dlm_does_not_wait() {
    local state
    state=$(dlm_tool ls) || return 1
    if grep -E 'wait (fencing|quorum|ringid)' <<<"$state"; then
        return 1
    fi
}

no_failed_actions() {
    local state
    state=$(crm_mon -1) || return 1
    ! grep -A 20 '^Failed' <<<"$state"
}

# title: Log in to the LUN's target, now and at every boot
# where: each node
# risk: none
# why: Only the portals of this scenario are logged in to at boot. What else the target reports is recorded, never used.
check() {
    local portal
    for portal in "${LUN_PORTALS[@]}"; do
        session_is_up "$portal" || change "no session with $portal"
        record_is_right "$portal"
    done
}
act() {
    local portal
    for portal in "${LUN_PORTALS[@]}"; do
        iscsiadm -m discovery -t sendtargets -p "$portal" -o new
        [[ -n $(iscsi_record "$portal") ]] || fail "the target at $portal does not offer $LUN_IQN (initiator not allowed there?)"
        write_record "$portal"
        if session_is_up "$portal"; then
            note "the session with $portal keeps its former values until the next login"
        else
            login "$portal"
        fi
    done
    udevadm settle --timeout=30
}
undo() {
    local portal
    [[ -z $(findmnt -rn -t ocfs2,gfs2 -o TARGET) ]] || refuse "a cluster file system is still mounted"
    for portal in "${LUN_PORTALS[@]}"; do
        [[ -z $(iscsi_record "$portal") ]] || iscsiadm -m node -T "$LUN_IQN" -p "$portal" -o update -n node.startup -v manual
        ! session_is_up "$portal" || iscsiadm -m node -T "$LUN_IQN" -p "$portal" --logout
        forget_secret "$portal"
    done
}

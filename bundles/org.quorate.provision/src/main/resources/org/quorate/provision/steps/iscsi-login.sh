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
plain_look() {
    iscsiadm -m session
}
plain_act() {
    iscsiadm -m discovery -t sendtargets -p "$PORTAL" -o new # each PORTAL in LUN_PORTALS
    iscsiadm -m node -T "$LUN_IQN" -p "$PORTAL" -o update -n node.startup -v automatic # each PORTAL in LUN_PORTALS
    # CHAP: the secret goes into the record by a filter, since an argument could be read by every user of the machine. # when CHAP_USER
    iscsiadm -m node -T "$LUN_IQN" -p "$PORTAL" -o update -n node.session.auth.authmethod -v CHAP # each PORTAL in LUN_PORTALS # when CHAP_USER
    iscsiadm -m node -T "$LUN_IQN" -p "$PORTAL" -o update -n node.session.auth.username -v "$CHAP_USER" # each PORTAL in LUN_PORTALS # when CHAP_USER
    find /etc/iscsi/nodes /var/lib/iscsi/nodes -path "*/$LUN_IQN/*" -type f 2>/dev/null | while read -r record; do # when CHAP_USER
        (umask 077 && awk '/^node.session.auth.password = /{ next } { print } /^node.session.auth.username = /{ # when CHAP_USER
            getline secret <"/etc/quorate/secrets/chap"; close("/etc/quorate/secrets/chap") # when CHAP_USER
            print "node.session.auth.password = " secret }' "$record" >/root/before-quorate/record) && # when CHAP_USER
            cat /root/before-quorate/record >"$record" && rm /root/before-quorate/record # when CHAP_USER
    done # when CHAP_USER
    iscsiadm -m node -T "$LUN_IQN" -p "$PORTAL" --login # each PORTAL in LUN_PORTALS
    udevadm settle --timeout=30
}
plain_verify() {
    iscsiadm -m session # must show $LUN_IQN at each of "${LUN_PORTALS[@]}"
}
plain_undo() {
    iscsiadm -m node -T "$LUN_IQN" -p "$PORTAL" -o update -n node.startup -v manual # each PORTAL in LUN_PORTALS
    iscsiadm -m node -T "$LUN_IQN" -p "$PORTAL" --logout # each PORTAL in LUN_PORTALS
    find /etc/iscsi/nodes /var/lib/iscsi/nodes -path "*/$LUN_IQN/*" -type f -exec sed -i -e 's/^\(node.session.auth.authmethod = \).*/\1None/' -e '/^node.session.auth.\(username\|password\) = /d' {} + # when CHAP_USER
}

# title: A node whose reservation key was taken restarts
# where: each node
# risk: none
# why: fence_scsi and fence_mpath only cut a node off the LUN. The watchdog daemon runs their check and restarts the node.
check() {
    file_is_installed /etc/watchdog.conf
    file_is_installed "$WATCHDOG_DEFAULTS"
    cmp -s -- "$RESERVATION_CHECK" "/etc/watchdog.d/${RESERVATION_CHECK##*/}" || change "the reservation check is not installed"
    unit_is_on watchdog.service
}
act() {
    [[ -x $RESERVATION_CHECK ]] || refuse "$RESERVATION_CHECK is missing: this fence-agents package cannot restart a node that it fenced"
    install_file /etc/watchdog.conf
    install_file "$WATCHDOG_DEFAULTS"
    keep_original "/etc/watchdog.d/${RESERVATION_CHECK##*/}"
    replace_file "/etc/watchdog.d/${RESERVATION_CHECK##*/}" 0755 <"$RESERVATION_CHECK"
    systemctl enable watchdog.service
    systemctl restart watchdog.service
}
undo() {
    switch_off watchdog.service
    restore_original "/etc/watchdog.d/${RESERVATION_CHECK##*/}"
    restore_original /etc/watchdog.conf
    restore_original "$WATCHDOG_DEFAULTS"
}
plain_look() {
    ls -l "$RESERVATION_CHECK"
}
plain_act() {
    # Under its own name, by which it knows that it is to check, not to fence.
    install -D -m 0755 -t /etc/watchdog.d "$RESERVATION_CHECK"
    systemctl enable watchdog.service
    systemctl restart watchdog.service
}
plain_verify() {
    systemctl status --no-pager watchdog.service
}
plain_undo() {
    systemctl disable --now watchdog.service
    rm "/etc/watchdog.d/${FENCE_AGENT}_check"
}

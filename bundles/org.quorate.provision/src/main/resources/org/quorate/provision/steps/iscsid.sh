# title: iSCSI initiator: timeouts before anything is discovered
# where: each node
# risk: none
# why: A node record copies the values of iscsid.conf when its target is discovered; later changes do not reach it.
check() {
    block_is_installed /etc/iscsi/iscsid.conf
    grep -q '^InitiatorName=iqn\.' /etc/iscsi/initiatorname.iscsi 2>/dev/null || change "this node has no initiator name yet"
    systemctl is-enabled --quiet "$INITIATOR_UNIT" || change "$INITIATOR_UNIT does not start at boot"
}
act() {
    install_block /etc/iscsi/iscsid.conf without_iscsid_settings
    systemctl enable "$INITIATOR_UNIT" iscsid.service
    systemctl start iscsid.service
    wait_until 20 grep -q '^InitiatorName=iqn\.' /etc/iscsi/initiatorname.iscsi ||
        fail "no initiator name was made; put a new one there: echo InitiatorName=\$(iscsi-iname) >/etc/iscsi/initiatorname.iscsi"
}
undo() {
    remove_block /etc/iscsi/iscsid.conf
}

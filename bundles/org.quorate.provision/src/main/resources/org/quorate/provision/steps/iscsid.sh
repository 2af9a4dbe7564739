# title: iSCSI initiator: timeouts before anything is discovered
# where: each node
# risk: none
# why: A node record copies the values of iscsid.conf when its target is discovered; later changes do not reach it.
check() {
    block_is_installed /etc/iscsi/iscsid.conf
    has_initiator_name || change "this node has no initiator name yet"
    systemctl is-enabled --quiet "$INITIATOR_UNIT" || change "$INITIATOR_UNIT does not start at boot"
}
act() {
    install_block /etc/iscsi/iscsid.conf without_iscsid_settings
    systemctl enable "$INITIATOR_UNIT" iscsid.service
    # Where the package has a unit that makes a name once, iscsid does not always pull it in.
    has_initiator_name || ! systemctl cat iscsi-init.service >/dev/null 2>&1 || systemctl start iscsi-init.service
    systemctl start iscsid.service
    wait_until 20 has_initiator_name ||
        fail "no initiator name was made; put a new one there: echo InitiatorName=\$(iscsi-iname) >/etc/iscsi/initiatorname.iscsi"
}
undo() {
    remove_block /etc/iscsi/iscsid.conf
}
plain_look() {
    cat /etc/iscsi/initiatorname.iscsi
    grep -v '^#' /etc/iscsi/iscsid.conf
}
plain_act() {
    # The last value of a key counts, so that the block at the end wins.
    @use block /etc/iscsi/iscsid.conf@
    systemctl enable "$INITIATOR_UNIT" iscsid.service
    systemctl restart iscsid.service
}
plain_verify() {
    grep '^InitiatorName=iqn' /etc/iscsi/initiatorname.iscsi
}
plain_undo() {
    sed -i '/^# BEGIN quorate$/,/^# END quorate$/d' /etc/iscsi/iscsid.conf
}

# title: Pacemaker: activate the volume and mount it on all nodes
# where: first node
# risk: none
# why: Pacemaker mounts it, so fstab must not: two masters start and stop it against each other. See cib/.
# takes: up to 3 minutes
check() {
    cib_is_complete volume
    all_nodes_run volume-clone || change "the volume is not mounted on all nodes"
}
act() {
    [[ ! -f /etc/fstab ]] || ! has_mount_line </etc/fstab || refuse "/etc/fstab has a line for $MOUNT_POINT"
    require_formatted
    cib_push volume
    wait_until 180 all_nodes_run volume-clone || fail "the volume is not mounted everywhere; see: crm_mon -1 -r -f"
}
undo() {
    ! cib_has php-fpm-clone || refuse "PHP is still configured: undo cib-php first"
    ! cib_has volume-clone || disable_resource volume-clone 180
    cib_drop volume
}
plain_look() {
    crm_mon -1 -r
}
plain_act() {
    grep -F "$MOUNT_POINT" /etc/fstab # must show nothing: Pacemaker alone mounts it
    @use push-cib volume@
}
plain_verify() {
    crm_mon -1 -r # after a minute or two
}
plain_undo() {
    pcs resource disable volume-clone --wait=180 # when pcs
    pcs resource delete "$ID" # each ID in CIB_VOLUME # when pcs
    crm resource stop "$ID" # each ID in CIB_VOLUME_STOP # when crmsh
    crm configure delete "${CIB_VOLUME[@]}" # when crmsh
}

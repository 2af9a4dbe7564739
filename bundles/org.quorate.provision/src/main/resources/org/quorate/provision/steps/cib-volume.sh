# title: Pacemaker: activate the volume and mount GFS2 on all nodes
# where: first node
# risk: none
# why: Pacemaker mounts it, so fstab must not: two masters start and stop it against each other. See cib/volume.sh.
check() {
    cib_is_complete volume
    all_nodes_run volume-clone || change "the volume is not mounted on all nodes"
}
act() {
    ! grep -qsE "^[^#]*[[:space:]]${MOUNT_POINT}[[:space:]]" /etc/fstab || refuse "/etc/fstab has a line for $MOUNT_POINT"
    [[ $(probe "/dev/$VG/$LV" LABEL) == "$LOCK_TABLE" ]] || refuse "/dev/$VG/$LV holds no GFS2 called $LOCK_TABLE"
    cib_push volume
    wait_until 180 all_nodes_run volume-clone || fail "the volume is not mounted everywhere; see: crm_mon -1 -r -f"
}
undo() {
    ! cib_has php-fpm-clone || refuse "PHP is still configured: undo cib-php first"
    ! cib_has volume-clone || disable_resource volume-clone 180
    cib_drop volume
}

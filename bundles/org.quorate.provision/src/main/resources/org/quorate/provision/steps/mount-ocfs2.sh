# title: Mount OCFS2, now and at every boot
# where: each node
# risk: none
# why: By UUID, since sdX names differ; after o2cb and the network; a missing LUN does not stop the boot.
check() {
    block_is_installed /etc/fstab
    is_mounted || change "$MOUNT_POINT is not mounted"
    [[ $(findmnt -rn -o UUID -M "$MOUNT_POINT") == "$VOLUME_UUID" ]] || refuse "another volume is mounted at $MOUNT_POINT"
}
act() {
    ! text_without_block /etc/fstab | has_mount_line || refuse "/etc/fstab has another line for $MOUNT_POINT"
    install_block /etc/fstab
    reload_units
    if is_mounted; then
        note "it is mounted already: options that differ count from the next mount on"
    else
        mount -- "$MOUNT_POINT"
    fi
}
undo() {
    ! is_mounted || umount -- "$MOUNT_POINT"
    remove_block /etc/fstab
    reload_units
}
plain_look() {
    grep -F "$MOUNT_POINT" /etc/fstab # must show nothing
}
plain_act() {
    @use block /etc/fstab@
    systemctl daemon-reload
    mount "$MOUNT_POINT"
}
plain_verify() {
    findmnt "$MOUNT_POINT"
    mounted.ocfs2 -f
}
plain_undo() {
    umount "$MOUNT_POINT"
    sed -i '/^# BEGIN quorate$/,/^# END quorate$/d' /etc/fstab
    systemctl daemon-reload
}

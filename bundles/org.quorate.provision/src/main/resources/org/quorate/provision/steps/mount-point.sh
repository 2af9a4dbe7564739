# title: The mount point, which cannot be written while nothing is mounted
# where: each node
# risk: none
# why: Otherwise an application writes into the local directory when the mount is missing, and data is in two places.
check() {
    # One line of fstab is enough for a second master of the mount, on whichever node it is.
    [[ -f $BUNDLE/blocks/etc/fstab || ! -f /etc/fstab ]] || ! has_mount_line </etc/fstab || refuse "/etc/fstab has a line for $MOUNT_POINT, which Pacemaker mounts"
    is_mounted && return 0
    [[ -d $MOUNT_POINT ]] || change "$MOUNT_POINT is missing"
    [[ $(lsattr -d -- "$MOUNT_POINT" | cut -d' ' -f1) == *i* ]] || change "$MOUNT_POINT can be written while nothing is mounted"
}
act() {
    [[ ! -L $MOUNT_POINT ]] || refuse "$MOUNT_POINT is a symbolic link"
    (umask 022 && mkdir -p -- "$MOUNT_POINT")
    ! findmnt -rn -M "$MOUNT_POINT" >/dev/null || refuse "something else is mounted at $MOUNT_POINT"
    [[ -z $(ls -A -- "$MOUNT_POINT") ]] || refuse "$MOUNT_POINT is not empty"
    chattr +i -- "$MOUNT_POINT"
}
undo() {
    ! findmnt -rn -M "$MOUNT_POINT" >/dev/null || refuse "$MOUNT_POINT is still mounted"
    [[ ! -d $MOUNT_POINT ]] || chattr -i -- "$MOUNT_POINT"
}
plain_look() {
    findmnt "$MOUNT_POINT" # must show nothing
    ls -A "$MOUNT_POINT" # must show nothing
    grep -F "$MOUNT_POINT" /etc/fstab # must show nothing: Pacemaker alone mounts it # when pcs
    grep -F "$MOUNT_POINT" /etc/fstab # must show nothing: Pacemaker alone mounts it # when crmsh
}
plain_act() {
    mkdir -p "$MOUNT_POINT"
    chattr +i "$MOUNT_POINT"
}
plain_verify() {
    lsattr -d "$MOUNT_POINT" # must have an i
}
plain_undo() {
    chattr -i "$MOUNT_POINT" # only after it is unmounted
}

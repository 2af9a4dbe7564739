ocfs2_figure() { # DEVICE NAME: of the superblock, the first of that name
    debugfs.ocfs2 -R stats "$1" 2>/dev/null | sed -n "s/.*$2: \\([0-9][0-9]*\\).*/\\1/p" | sed -n 1p
}

ocfs2_places() { # slots on the disk
    ocfs2_figure "$DEVICE" 'Max Node Slots'
}

require_our_volume() {
    require_lun "$DEVICE"
    [[ $(probe "$DEVICE" TYPE) == ocfs2 && $(probe "$DEVICE" UUID) == "$VOLUME_UUID" ]] ||
        refuse "$DEVICE does not hold the OCFS2 of this export"
}

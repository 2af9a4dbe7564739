# Journals on the disk. A mounted volume tells them itself; what a tool would read past it may be older.
gfs2_places() {
    local device=/dev/$VG/$LV
    # Kernels want the device as the source of this mount, or the mount point: older ones the latter.
    # shellcheck disable=SC2016 # expanded by the shell that runs it
    unshare --mount --propagation private bash -c '
        for source in "$@"; do
            if mount -t gfs2meta "$source" /mnt 2>/dev/null; then
                find /mnt/jindex -maxdepth 1 -name "journal[0-9]*" | wc -l
                exit
            fi
        done
        exit 1' count "$device" "$MOUNT_POINT" || gfs2_journals_on "$device"
}

gfs2_journals_on() { # DEVICE
    TERM=dumb gfs2_edit -p jindex "$1" 2>/dev/null | grep -cE 'File +journal[0-9]+$' || true
}

lvm_figure() { # COMMAND FIELD NAME: bytes
    "$1" --noheadings --units b --nosuffix -o "$2" "$3" | tr -d '[:space:]'
}

# LVM keeps whole extents and a little for itself: less than two extents are no growth.
physical_volume_has_grown() { # DEVICE GROUP
    local extent left
    extent=$(lvm_figure vgs vg_extent_size "$2")
    left=$(($(device_bytes "$1") - $(lvm_figure pvs pv_size "$1")))
    ((left < 2 * extent)) || change "LVM does not use $left bytes of $1 yet"
}

group_is_full() { # GROUP
    (($(lvm_figure vgs vg_free "$1") < $(lvm_figure vgs vg_extent_size "$1"))) ||
        change "$(lvm_figure vgs vg_free "$1") bytes of $1 are free"
}

# GFS2 counts its blocks without the bitmaps of its resource groups, one byte for four blocks and the headers of
# the bitmaps' own blocks (so a third is left here, not a fourth), and grows by whole groups.
gfs2_fills() { # BYTES-OF-THE-VOLUME BLOCKS BLOCK-SIZE
    local group=1 i lost
    for ((i = 0; i < ${#MKFS_OPTIONS[@]}; i++)); do
        [[ ${MKFS_OPTIONS[i]} != -r ]] || group=${MKFS_OPTIONS[i + 1]}
    done
    lost=$(($1 - $2 * $3))
    ((lost < (group << 20) + $1 / (3 * $3)))
}

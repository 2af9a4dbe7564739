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

# GFS2 counts its blocks without the bitmaps of its resource groups, one byte for four blocks, and grows by whole groups.
gfs2_fills() { # BYTES-OF-THE-VOLUME BLOCKS BLOCK-SIZE
    local group=1 i lost
    for ((i = 0; i < ${#MKFS_OPTIONS[@]}; i++)); do
        [[ ${MKFS_OPTIONS[i]} != -r ]] || group=${MKFS_OPTIONS[i + 1]}
    done
    lost=$(($1 - $2 * $3))
    ((lost < (group << 20) + $1 / (3 * $3)))
}

flat() { # FILE: of a corosync.conf, a line for each node and for every other line, without blanks and two_node
    sed 's/[[:space:]]//g' "$1" | awk '
        /^two_node:/ || $0 == "" { next }
        $0 == "node{" { line = ""; inside = 1 }
        inside { line = line $0 " "; if ($0 == "}") { print line; inside = 0 } next }
        { print }' | sort
}

only_members_come() {
    local gone come
    gone=$(comm -23 <(flat /etc/corosync/corosync.conf) <(flat "$(bundle_file /etc/corosync/corosync.conf)"))
    [[ -z $gone ]] || change "more changes than nodes that come: $gone" || return
    come=$(comm -13 <(flat /etc/corosync/corosync.conf) <(flat "$(bundle_file /etc/corosync/corosync.conf)") | grep -v '^node{') || true
    [[ -z $come ]] || change "more comes than nodes: $come" || return
}

members_known() { # to the running corosync, each by its name
    local node known
    known=$(corosync-cmapctl 2>/dev/null | sed -n 's/^nodelist\.node\.[0-9]*\.name (str) = //p')
    for node in "${NODE_NAMES[@]}"; do
        grep -qxF -e "$node" <<<"$known" || return 1
    done
}

node_is_held() { # NODE: out of the volume until its fencing was tried
    cib_has "quorate-hold-$1"
}

node_hold() { # NODE
    [[ " ${NODE_NAMES[*]} " == *" $1 "* ]] || refuse "no such node: $1"
    node_is_held "$1" || cibadmin --create --scope constraints --xml-text \
        "<rsc_location id=\"quorate-hold-$1\" rsc=\"volume-clone\" node=\"$1\" score=\"-INFINITY\"/>"
}

node_release() { # NODE
    [[ " ${NODE_NAMES[*]} " == *" $1 "* ]] || refuse "no such node: $1"
    ! node_is_held "$1" || cibadmin --delete --xml-text "<rsc_location id=\"quorate-hold-$1\"/>"
}

node_held() { # NODE: 9 is no; any other code than that and 0 says nothing
    node_is_held "$1" || return 9
}

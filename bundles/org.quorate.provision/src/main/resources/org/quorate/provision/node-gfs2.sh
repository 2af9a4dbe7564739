# ---- the volume: GFS2 on a shared logical volume -----------------------------------------------------------------------

require_formatted() { # by this export
    [[ $(probe "/dev/$VG/$LV" LABEL) == "$LOCK_TABLE" ]] || refuse "/dev/$VG/$LV holds no GFS2 called $LOCK_TABLE"
}

lun_is_lvm_device() {
    lvmdevices 2>/dev/null | grep -F "IDNAME=$DEVICE_WWID " >/dev/null
}

devices_file_is_used() {
    [[ $(lvmconfig --typeconfig full devices/use_devicesfile 2>/dev/null) == use_devicesfile=1 && -e /etc/lvm/devices/system.devices ]]
}

# mkfs.gfs2 always asks. Without an answer it only says what it sees, and stops; "y" is given when it sees nothing.
make_gfs2() { # DEVICE
    local answer
    require_blank "$1" "$(blockdev --getsize64 "$1")"
    answer=$(mkfs.gfs2 "${MKFS_OPTIONS[@]}" "$1" 2>&1 </dev/null) && return 0
    [[ $answer == *'[y/n]'* && $answer != *'appears to contain'* ]] || refuse "mkfs.gfs2 says: $answer"
    mkfs.gfs2 "${MKFS_OPTIONS[@]}" "$1" <<<y
}

# ---- growth -----------------------------------------------------------------------------------------------------------

device_bytes() { # DEVICE
    blockdev --getsize64 "$1"
}

paths_have_grown() { # every path of the LUN shows the size of this export
    local path
    while read -r path; do
        [[ $(device_bytes "/dev/$path") == "$LUN_BYTES" ]] || change "/dev/$path still shows $(device_bytes "/dev/$path") bytes"
    done < <(lun_paths)
}

lun_has_grown() {
    [[ $(device_bytes "$DEVICE") == "$LUN_BYTES" ]]
}

require_grown_lun() {
    require_lun "$DEVICE"
    lun_has_grown || refuse "$DEVICE has $(device_bytes "$DEVICE") bytes here, not $LUN_BYTES: step grow-rescan"
}

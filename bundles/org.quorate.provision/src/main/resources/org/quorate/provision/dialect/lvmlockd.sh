# ---- shared volume groups: lvmlockd ----------------------------------------------------------------------------------

readonly LOCK_AGENTS=(ocf:heartbeat:lvmlockd ocf:heartbeat:LVM-activate)

volume_group_is_ours() {
    local found
    found=$(vgs --noheadings --separator '|' -o vg_name,vg_lock_type,vg_tags "$VG" 2>/dev/null | tr -d '[:space:]') || return 1
    [[ $found == "$VG|dlm|$VG_TAG" ]]
}

make_volume_group() { # DEVICE
    vgcreate --shared --addtag "$VG_TAG" "$VG" "$1" </dev/null
}

start_volume_group() { # its locks, on this node
    vgchange --lockstart "$VG"
}

make_logical_volume() {
    lvcreate --activate sy -l 100%FREE -n "$LV" "$VG" </dev/null
}

activate_logical_volume() {
    lvchange --activate sy "$VG/$LV"
}

stop_volume_group() {
    lvchange --activate n "$VG/$LV"
    vgchange --lockstop "$VG"
}

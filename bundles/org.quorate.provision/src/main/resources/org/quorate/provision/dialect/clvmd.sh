# ---- shared volume groups: clvmd --------------------------------------------------------------------------------------

readonly LOCK_AGENTS=(ocf:heartbeat:clvm)

volume_group_is_ours() { # the sixth attribute of a clustered group is c
    local found
    found=$(vgs --noheadings --separator '|' -o vg_name,vg_attr,vg_tags "$VG" 2>/dev/null | tr -d '[:space:]') || return 1
    [[ $found == "$VG|"?????"c|$VG_TAG" ]]
}

make_volume_group() { # DEVICE
    vgcreate --clustered y --addtag "$VG_TAG" "$VG" "$1" </dev/null
}

start_volume_group() { # clvmd takes the locks by itself
    :
}

make_logical_volume() {
    lvcreate -l 100%FREE -n "$LV" "$VG" </dev/null
}

activate_logical_volume() { # on all nodes, shared
    lvchange --activate y "$VG/$LV"
}

stop_volume_group() {
    lvchange --activate n "$VG/$LV"
}

# title: The volume group and the logical volume fill the LUN
# where: first node
# risk: none
# why: lvextend works with the lock that the mounts share, and asks the other nodes to look again (lvmlockd(8)). LVM of Ubuntu
# why: 18.04 cannot do that yet and refuses: the volume must be stopped on the other nodes there.
check() {
    volume_group_is_ours || refuse "$VG is not the volume group of this export, or the cluster is down"
    physical_volume_has_grown "$DEVICE" "$VG"
    group_is_full "$VG"
}
act() {
    require_grown_lun
    volume_group_is_ours || refuse "$VG is not the volume group of this export"
    physical_volume_has_grown "$DEVICE" "$VG" || pvresize "$DEVICE" </dev/null
    group_is_full "$VG" || lvextend -l +100%FREE "$VG/$LV" </dev/null
}
undo() {
    note "GFS2 does not shrink, nor does what is under it"
}

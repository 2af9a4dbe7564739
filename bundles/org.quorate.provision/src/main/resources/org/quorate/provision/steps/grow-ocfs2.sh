# title: OCFS2 fills the LUN
# where: first node
# risk: none
# why: While it is mounted on all nodes: tunefs.ocfs2 has the kernel add the groups. It never shrinks again.
check() {
    local bits volume
    require_our_volume
    bits=$(ocfs2_figure "$DEVICE" 'Cluster Size Bits')
    volume=$(ocfs2_figure "$DEVICE" Clusters)
    [[ $bits != '' && $volume != '' ]] || refuse "debugfs.ocfs2 cannot read $DEVICE"
    ((LUN_BYTES >> bits <= 4294967295)) || refuse "clusters of $((1 << bits)) bytes end at $((4294967295 << bits)) bytes: format anew"
    ((volume < LUN_BYTES >> bits)) || return 0
    change "OCFS2 has $volume clusters of $((1 << bits)) bytes, and will have $((LUN_BYTES >> bits))"
}
act() {
    require_grown_lun
    require_our_volume
    tunefs.ocfs2 -S "$DEVICE" </dev/null
}
undo() {
    note "OCFS2 does not shrink"
}

# title: The volume is unmounted on all nodes, for slots only
# where: admin host
# risk: none
# why: tunefs.ocfs2 adds slots to a volume only while no node has it mounted, and o2cb is online (op_set_slot_count.c is not
# why: for mounted volumes). Later steps mount it again.
check() {
    local i code=0
    node 0 plan grow-slots >/dev/null || code=$?
    ((code != 0)) || return 0
    ((code == 3)) || refuse "${NODE_NAMES[0]} cannot add slots: ./provision.sh --grow slots --only grow-slots tells why"
    for i in "${!NODE_NAMES[@]}"; do
        is_unmounted "$i" ocfs2 || change "${NODE_NAMES[i]} has $MOUNT_POINT mounted"
    done
}
act() {
    local i
    confirm CONFIRM_UNMOUNT "$CLUSTER" "$MOUNT_POINT is unmounted on all of ${NODE_NAMES[*]}: stop what uses it first"
    for i in "${!NODE_NAMES[@]}"; do
        [[ -z ${PHP_UNIT:-} ]] || remote "$i" systemctl stop "$PHP_UNIT" </dev/null
        is_unmounted "$i" ocfs2 || remote "$i" umount -- "$MOUNT_POINT" </dev/null ||
            fail "${NODE_NAMES[i]}: something still uses $MOUNT_POINT (fuser -vm $MOUNT_POINT)"
    done
}
undo() {
    note "step mount-ocfs2 mounts it again"
}

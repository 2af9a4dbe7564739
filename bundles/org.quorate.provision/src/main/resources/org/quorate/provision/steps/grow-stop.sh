# title: Pacemaker stops the volume on all nodes, for slots only
# where: admin host
# risk: none
# why: tunefs.ocfs2 adds slots to a volume only while no node has it mounted, and the lock manager runs (op_set_slot_count.c is not
# why: for mounted volumes). What stands on the volume stops with it.
check() {
    local i code=0
    node 0 plan grow-slots >/dev/null || code=$?
    ((code != 0)) || return 0
    ((code == 3)) || refuse "${NODE_NAMES[0]} cannot add slots: ./provision.sh --grow slots --only grow-slots tells why"
    for i in "${!NODE_NAMES[@]}"; do
        is_unmounted "$i" || change "${NODE_NAMES[i]} has $MOUNT_POINT mounted"
    done
}
act() {
    local i
    confirm CONFIRM_UNMOUNT "$CLUSTER" "$MOUNT_POINT is unmounted on all of ${NODE_NAMES[*]}: stop what uses it first"
    remote 0 crm_resource --resource volume-clone --meta --set-parameter target-role --parameter-value Stopped </dev/null
    for i in "${!NODE_NAMES[@]}"; do
        wait_until 180 is_unmounted "$i" || fail "${NODE_NAMES[i]} still has $MOUNT_POINT mounted; see: crm_mon -1 -r -f"
    done
}
undo() {
    note "step grow-start starts it again"
}

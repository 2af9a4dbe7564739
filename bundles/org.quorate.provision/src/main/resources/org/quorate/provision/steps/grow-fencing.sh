# title: Pacemaker has a fence device for every node
# where: first node
# risk: none
# why: Built in a copy of the configuration, checked, and pushed at once. See cib/fence-*.sh.
check() {
    local node
    has_quorum >/dev/null || refuse "this partition has no quorum"
    for node in "${FENCED_ALONE[@]}"; do
        cib_has "fence-$node" || change "$node has no fence device"
    done
    if [[ ${#NODE_NAMES[@]} != 2 ]]; then
        for node in "${FENCED_ALONE[@]}"; do
            [[ -z $(delay_of "$node") ]] || change "the device of $node still waits for a duel of two nodes"
        done
    fi
    if [[ $FENCE_AGENT == fence_scsi ]]; then
        [[ $(crm_resource --resource fence-scsi --get-parameter pcmk_host_list 2>/dev/null) == "${NODE_NAMES[*]}" ]] ||
            change "fence-scsi does not name all nodes"
    fi
}
act() {
    local node
    for node in "${FENCED_ALONE[@]}"; do
        cib_has "fence-$node" || cib_push "fence-$node"
        [[ ${#NODE_NAMES[@]} == 2 || -z $(delay_of "$node") ]] ||
            crm_resource --resource "fence-$node" --delete-parameter "$(delay_of "$node")"
    done
    if [[ $FENCE_AGENT == fence_scsi ]]; then
        crm_resource --resource fence-scsi --set-parameter pcmk_host_list --parameter-value "${NODE_NAMES[*]}"
    fi
}
undo() {
    note "fence devices stay as long as their nodes"
}

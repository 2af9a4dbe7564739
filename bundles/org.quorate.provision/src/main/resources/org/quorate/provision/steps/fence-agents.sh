# title: This node can reach the fence device of every other node
# where: each node
# risk: none
# why: A device that answers only some of the nodes fails on the day when just those survive. Asks for the status only.
# takes: up to a minute for each device that does not answer
check() {
    local node
    for node in "${NODE_NAMES[@]}"; do
        [[ ! -f $BUNDLE/files/common/etc/quorate/fence-$node ]] || file_is_installed "/etc/quorate/fence-$node"
    done
    for node in "${NODE_NAMES[@]}"; do
        [[ $node != "$SELF" ]] || continue # it never fences itself, and its own board is often out of its reach
        fence_device_answers "$node" || change "the fence device of $node does not answer"
    done
}
act() {
    local node
    for node in "${NODE_NAMES[@]}"; do
        [[ ! -f $BUNDLE/files/common/etc/quorate/fence-$node ]] || install_file "/etc/quorate/fence-$node"
    done
}
undo() {
    local node
    for node in "${NODE_NAMES[@]}"; do
        restore_original "/etc/quorate/fence-$node"
    done
}
plain_look() {
    "$FENCE_AGENT" <"fencing/$NAME" # each peer
}
plain_act() {
    install -D -m 0700 "files/common/etc/quorate/fence-$NAME" "/etc/quorate/fence-$NAME" # each node # when FENCE_SCRIPTS
}
plain_verify() {
    "$FENCE_AGENT" <"fencing/$NAME" # must say: Status: ON # each peer
}
plain_undo() {
    rm "/etc/quorate/fence-$NAME" # each node # when FENCE_SCRIPTS
}

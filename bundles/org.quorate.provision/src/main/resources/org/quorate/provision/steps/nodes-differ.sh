# title: The nodes are not clones of each other, and their clocks agree
# where: admin host
# risk: none
# why: Two nodes with one initiator name steal each other's iSCSI session and reservation key. Cloned machines share it.
# plain: each node
check() {
    local i initiators=() machines=() epochs=()
    for i in "${!NODE_NAMES[@]}"; do
        read_facts "$i"
        [[ ${FACTS[initiator]} != '' ]] || change "${NODE_NAMES[i]} has no initiator name yet"
        initiators+=("${FACTS[initiator]}")
        machines+=("${FACTS[machine_id]}")
        epochs+=("$((FACTS[epoch] - $(date +%s)))")
        note "${NODE_NAMES[i]}: ${FACTS[initiator]}"
    done
    all_differ "${machines[@]}" || refuse "two nodes share one machine id: rm /etc/machine-id && systemd-machine-id-setup, restart"
    all_differ "${initiators[@]}" || refuse "two nodes share one initiator name: put a new one (iscsi-iname) into /etc/iscsi/initiatorname.iscsi"
    within "${epochs[@]}" || refuse "the nodes' clocks differ by more than 5 seconds"
}
act() {
    refuse "a node has no initiator name; step iscsid makes it"
}
plain_look() {
    cat /etc/machine-id /etc/iscsi/initiatorname.iscsi
    date +%s
}
plain_act() {
    # Only where two nodes have the same, without the # in front:
    # rm /etc/machine-id && systemd-machine-id-setup && systemctl reboot
    # echo "InitiatorName=$(iscsi-iname)" >/etc/iscsi/initiatorname.iscsi && systemctl restart iscsid.service
}

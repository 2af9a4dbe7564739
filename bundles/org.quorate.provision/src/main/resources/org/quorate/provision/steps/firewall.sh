# title: The cluster's ports are open between the nodes, and only there
# where: each node
# risk: none
# why: From each peer's address to this node's, on the cluster's interface or in its zone. No firewall is switched on here,
# why: since that could cut your own ssh; its rules are stored and count once it is on.
check() {
    ports_are_open
}
act() {
    open_ports
}
undo() {
    close_ports
}
plain_look() {
    ufw show added # when ufw
    firewall-cmd --list-all-zones | grep -E '^[^ ]|interfaces:|rule ' # when firewalld
}
plain_act() {
    interface=$(ip -o -4 addr show to "$NODE_ADDRESS/32" | cut -d ' ' -f 2) # must not be empty
    zone=$(firewall-cmd --get-zone-of-interface="$interface" 2>/dev/null || firewall-cmd --get-default-zone) # when firewalld
    ufw allow in on "$interface" from "$ADDRESS" to "$NODE_ADDRESS" port "$PORT" proto tcp # each peer # each PORT in TCP_PORTS # when ufw
    ufw allow in on "$interface" from "$ADDRESS" to "$NODE_ADDRESS" port "$PORT" proto udp # each peer # each PORT in UDP_PORTS # when ufw
    firewall-cmd --permanent --zone="$zone" --add-rich-rule="rule family=ipv4 source address=$ADDRESS destination address=$NODE_ADDRESS port port=$PORT protocol=tcp accept" # each peer # each PORT in TCP_PORTS # when firewalld
    firewall-cmd --permanent --zone="$zone" --add-rich-rule="rule family=ipv4 source address=$ADDRESS destination address=$NODE_ADDRESS port port=$PORT protocol=udp accept" # each peer # each PORT in UDP_PORTS # when firewalld
    firewall-cmd --reload # when firewalld
}
plain_verify() {
    ufw show added # when ufw
    firewall-cmd --list-all-zones | grep -E '^[^ ]|interfaces:|rule ' # when firewalld
}
plain_undo() {
    interface=$(ip -o -4 addr show to "$NODE_ADDRESS/32" | cut -d ' ' -f 2) # must not be empty
    zone=$(firewall-cmd --get-zone-of-interface="$interface" 2>/dev/null || firewall-cmd --get-default-zone) # when firewalld
    ufw delete allow in on "$interface" from "$ADDRESS" to "$NODE_ADDRESS" port "$PORT" proto tcp # each peer # each PORT in TCP_PORTS # when ufw
    ufw delete allow in on "$interface" from "$ADDRESS" to "$NODE_ADDRESS" port "$PORT" proto udp # each peer # each PORT in UDP_PORTS # when ufw
    firewall-cmd --permanent --zone="$zone" --remove-rich-rule="rule family=ipv4 source address=$ADDRESS destination address=$NODE_ADDRESS port port=$PORT protocol=tcp accept" # each peer # each PORT in TCP_PORTS # when firewalld
    firewall-cmd --permanent --zone="$zone" --remove-rich-rule="rule family=ipv4 source address=$ADDRESS destination address=$NODE_ADDRESS port port=$PORT protocol=udp accept" # each peer # each PORT in UDP_PORTS # when firewalld
    firewall-cmd --reload # when firewalld
}

# title: The cluster's ports are open between the nodes, and only there
# where: each node
# risk: none
# why: From each peer's address to this node's, on the cluster's interface. ufw stores the rules even while it is off;
# why: it is not switched on here, since that could cut your own ssh.
check() {
    local rules rule
    rules=$(ufw show added 2>/dev/null) || change "ufw is not installed yet"
    while read -r rule; do
        grep -qxF -e "ufw $rule" <<<"$rules" || change "missing: ufw $rule"
    done < <(firewall_rules)
}
act() {
    local rule
    while read -r -a rule; do
        ufw "${rule[@]}" </dev/null
    done < <(firewall_rules)
    ufw status | grep '^Status: active' >/dev/null || note "ufw is not active on this node: the rules count once it is"
}
undo() {
    local rule rules
    rules=$(ufw show added 2>/dev/null) || return 0
    while read -r -a rule; do
        ! grep -qxF -e "ufw ${rule[*]}" <<<"$rules" || ufw delete "${rule[@]}" </dev/null
    done < <(firewall_rules)
}

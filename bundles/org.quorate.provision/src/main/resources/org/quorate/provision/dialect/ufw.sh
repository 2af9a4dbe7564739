# ---- firewall: ufw ----------------------------------------------------------------------------------------------------
# It stores rules even while it is off; it is not switched on here, since that could cut your own ssh.

firewall_rules() { # on INTERFACE, as ufw calls them, one a line
    local peer port
    for peer in "${NODE_ADDRESSES[@]}"; do
        [[ $peer != "${NODE_ADDRESSES[ME]}" ]] || continue
        for port in "${PORTS[@]}"; do
            printf 'allow in on %s from %s to %s port %s proto %s\n' \
                "$INTERFACE" "$peer" "${NODE_ADDRESSES[ME]}" "${port%/*}" "${port#*/}"
        done
    done
}

ports_are_open() {
    local rules rule
    require_cluster_interface
    rules=$(ufw show added 2>/dev/null) || change "ufw is not installed yet" || return
    while read -r rule; do
        grep -qxF -e "ufw $rule" <<<"$rules" || change "missing: ufw $rule" || return
    done < <(firewall_rules)
}

open_ports() {
    local rule
    require_cluster_interface
    while read -r -a rule; do
        ufw "${rule[@]}" </dev/null
    done < <(firewall_rules)
    ufw status | grep '^Status: active' >/dev/null || note "ufw is not active on this node: the rules count once it is"
}

close_ports() {
    local rule rules
    rules=$(ufw show added 2>/dev/null) || return 0
    require_cluster_interface
    while read -r -a rule; do
        ! grep -qxF -e "ufw ${rule[*]}" <<<"$rules" || ufw delete "${rule[@]}" </dev/null
    done < <(firewall_rules)
}

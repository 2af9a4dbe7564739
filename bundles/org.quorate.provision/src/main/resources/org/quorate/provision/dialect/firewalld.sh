# ---- firewall: firewalld --------------------------------------------------------------------------------------------------
# Its stored rules are changed with its daemon or without; it is not switched on here, since that could cut your own ssh.

firewall_runs() {
    firewall-cmd --state >/dev/null 2>&1
}

stored_firewall() { # OPTION...
    if firewall_runs; then
        firewall-cmd --quiet --permanent "$@"
    else
        firewall-offline-cmd --quiet "$@"
    fi
}

firewall_zone() { # of INTERFACE
    local zone=''
    if firewall_runs; then
        zone=$(firewall-cmd --get-zone-of-interface="$INTERFACE" 2>/dev/null) || zone=$(firewall-cmd --get-default-zone)
    else
        zone=$(firewall-offline-cmd --get-zone-of-interface="$INTERFACE" 2>/dev/null) || zone=$(firewall-offline-cmd --get-default-zone)
    fi
    printf '%s\n' "$zone"
}

firewall_rules() { # rich rules, one a line
    local peer port
    for peer in "${NODE_ADDRESSES[@]}"; do
        [[ $peer != "${NODE_ADDRESSES[ME]}" ]] || continue
        for port in "${PORTS[@]}"; do
            printf 'rule family="ipv4" source address="%s" destination address="%s" port port="%s" protocol="%s" accept\n' \
                "$peer" "${NODE_ADDRESSES[ME]}" "$(tr : - <<<"${port%/*}")" "${port#*/}"
        done
    done
}

ports_are_open() {
    local rule zone
    if ! command -v firewall-cmd >/dev/null; then
        note "firewalld is not installed on this node: where something else filters, open there: ${PORTS[*]}"
        return 0
    fi
    require_cluster_interface
    zone=$(firewall_zone)
    while read -r rule; do
        stored_firewall --zone="$zone" --query-rich-rule="$rule" || change "missing in zone $zone: $rule" || return
        ! firewall_runs || firewall-cmd --quiet --zone="$zone" --query-rich-rule="$rule" ||
            change "not in force in zone $zone: $rule" || return
    done < <(firewall_rules)
}

open_ports() {
    local rule zone
    require_cluster_interface
    zone=$(firewall_zone)
    while read -r rule; do
        stored_firewall --zone="$zone" --add-rich-rule="$rule"
        ! firewall_runs || firewall-cmd --quiet --zone="$zone" --add-rich-rule="$rule"
    done < <(firewall_rules)
    firewall_runs || note "firewalld does not run on this node: the rules count once it does"
}

close_ports() {
    local rule zone
    command -v firewall-cmd >/dev/null || return 0
    require_cluster_interface
    zone=$(firewall_zone)
    while read -r rule; do
        ! stored_firewall --zone="$zone" --query-rich-rule="$rule" ||
            stored_firewall --zone="$zone" --remove-rich-rule="$rule"
        ! firewall_runs || ! firewall-cmd --quiet --zone="$zone" --query-rich-rule="$rule" ||
            firewall-cmd --quiet --zone="$zone" --remove-rich-rule="$rule"
    done < <(firewall_rules)
}

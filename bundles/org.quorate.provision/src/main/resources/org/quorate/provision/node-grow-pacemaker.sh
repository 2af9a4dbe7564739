flat() { # FILE: of a corosync.conf, a line for each node and for every other line, without blanks and two_node
    sed 's/[[:space:]]//g' "$1" | awk '
        /^two_node:/ || $0 == "" { next }
        $0 == "node{" { line = ""; inside = 1 }
        inside { line = line $0 " "; if ($0 == "}") { print line; inside = 0 } next }
        { print }' | sort
}

only_members_come() {
    local gone come
    gone=$(comm -23 <(flat /etc/corosync/corosync.conf) <(flat "$(bundle_file /etc/corosync/corosync.conf)"))
    [[ -z $gone ]] || change "more changes than nodes that come: $gone" || return
    come=$(comm -13 <(flat /etc/corosync/corosync.conf) <(flat "$(bundle_file /etc/corosync/corosync.conf)") | grep -v '^node{') || true
    [[ -z $come ]] || change "more comes than nodes: $come" || return
}

members_known() { # to the running corosync, each by its name
    local node known
    known=$(corosync-cmapctl 2>/dev/null | sed -n 's/^nodelist\.node\.[0-9]*\.name (str) = //p')
    for node in "${NODE_NAMES[@]}"; do
        grep -qxF -e "$node" <<<"$known" || return 1
    done
}

delay_of() { # NODE: the parameter by which its fence device waits for a duel, if it does
    local name
    for name in pcmk_delay_base delay; do
        if [[ -n $(crm_resource --resource "fence-$1" --get-parameter "$name" 2>/dev/null) ]]; then
            printf '%s\n' "$name"
            return
        fi
    done
}

node_is_held() { # NODE: out of the volume until its fencing was tried
    cib_has "quorate-hold-$1"
}

node_hold() { # NODE
    [[ " ${NODE_NAMES[*]} " == *" $1 "* ]] || refuse "no such node: $1"
    node_is_held "$1" || cibadmin --create --scope constraints --xml-text \
        "<rsc_location id=\"quorate-hold-$1\" rsc=\"volume-clone\" node=\"$1\" score=\"-INFINITY\"/>"
}

node_release() { # NODE
    [[ " ${NODE_NAMES[*]} " == *" $1 "* ]] || refuse "no such node: $1"
    ! node_is_held "$1" || cibadmin --delete --xml-text "<rsc_location id=\"quorate-hold-$1\"/>"
}

node_held() { # NODE: 9 is no; any other code than that and 0 says nothing
    node_is_held "$1" || return 9
}

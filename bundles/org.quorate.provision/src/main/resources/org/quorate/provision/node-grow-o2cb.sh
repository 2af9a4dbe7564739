stanzas() { # FILE: of a cluster.conf, a line each, without the number of nodes
    [[ ! -f $1 ]] || awk 'BEGIN { RS = "" } { gsub(/\n[ \t]*/, "|"); sub(/\|node_count = [0-9]+/, ""); print }' "$1" | sort
}

# Whether what this node has installed is in this export, and this export only adds nodes.
only_nodes_come() {
    local gone path
    gone=$(comm -23 <(stanzas /etc/ocfs2/cluster.conf) <(stanzas "$(bundle_file /etc/ocfs2/cluster.conf)"))
    [[ -z $gone ]] || change "more changes than nodes that come: $gone" || return
    for path in "${O2CB_FILES[@]}"; do
        [[ $path == /etc/ocfs2/cluster.conf || ! -e $path ]] || cmp -s -- "$(bundle_file "$path")" "$path" ||
            change "$path changes too: timeouts change on all nodes together, unmounted" || return
    done
}

# ---- O2CB ---------------------------------------------------------------------------------------------------------------

# The address that a cluster.conf has for a node: a stanza each, its keys indented and in any order.
address_in_cluster_conf() { # FILE NODE
    awk -v node="$2" '
        function told() { if (name == node && address != "") print address; name = address = "" }
        !/^[ \t]/ { told() }
        $1 == "name" { name = $3 }
        $1 == "ip_address" { address = $3 }
        END { told() }' "$1"
}

# A cluster.conf of this export that was edited: no tool complains of it, and no cluster comes up.
refuse_other_address() {
    local address
    address=$(address_in_cluster_conf "$(bundle_file /etc/ocfs2/cluster.conf)" "$SELF")
    [[ $address == "${NODE_ADDRESSES[ME]}" ]] ||
        refuse "this export's cluster.conf has ${address:-no address} for a node $SELF, not ${NODE_ADDRESSES[ME]}; a node's name must be its host name"
}

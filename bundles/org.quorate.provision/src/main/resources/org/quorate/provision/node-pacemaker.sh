# ---- the cluster's configuration (CIB) --------------------------------------------------------------------------------

cib_has() { # ID
    cibadmin --query --xpath "//*[@id='$1']" >/dev/null 2>&1
}

# All of a part's objects are there, or none; anything between was made by someone else.
cib_is_complete() { # PART (cluster|volume|php)
    local id missing=() found=()
    while read -r id; do
        if cib_has "$id"; then
            found+=("$id")
        else
            missing+=("$id")
        fi
    done <"$BUNDLE/cib/$1.ids"
    ((${#missing[@]} > 0)) || return 0
    ((${#found[@]} == 0)) || refuse "the configuration has ${found[*]} but not ${missing[*]}: changed by hand?"
    change "not configured yet: ${missing[*]}"
}

# A configuration may be sound to the tools, and still lose data: they take one that fences nobody.
require_fencing() { # FILE
    local value
    value=$(CIB_file=$1 crm_attribute --type crm_config --name stonith-enabled --query --quiet --default true)
    [[ $value =~ ^(true|on|yes|y|1)$ ]] || refuse "fencing would be off (stonith-enabled=$value): the lock manager never starts then"
}

require_agent() { # AGENT
    local file=${1#ocf:}
    [[ -x /usr/lib/ocf/resource.d/${file/:/\/} ]] || refuse "resource agent $1 is not installed on this node"
}

has_quorum() { # the tool's own exit code means other things in corosync 2
    (corosync-quorumtool -s 2>/dev/null || true) | grep -E '^Quorate:[[:space:]]+Yes'
}

arbiter_votes() { # where there is one
    [[ $QUORUM_DEVICE == '' ]] || (corosync-qdevice-tool -s 2>/dev/null || true) | grep -E '^State:[[:space:]]+Connected' >/dev/null
}

all_nodes_are_members() {
    local node list
    has_quorum >/dev/null || return 1
    list=$(crm_node --list 2>/dev/null) || return 1
    for node in "${NODE_NAMES[@]}"; do
        grep -qE "^[0-9]+ $node member\$" <<<"$list" || return 1
    done
}

# Pacemaker has chosen who decides, and that one has written all nodes down: after corosync has them all it takes as long as
# dc-deadtime (20 s unless it was set), seen on the nodes of the lab. Until then crm_verify warns of places for nodes that nobody
# knows, and refuses them.
all_nodes_are_known() {
    local node list
    cib_has cib-bootstrap-options-dc-version || return 1
    list=$(cibadmin --query --scope nodes 2>/dev/null) || return 1
    for node in "${NODE_NAMES[@]}"; do
        [[ $list == *" uname=\"$node\""* ]] || return 1
    done
}

node_complete() {
    all_nodes_are_members
}

clone_parts() { # CLONE: its primitives
    cibadmin --query --xpath "//clone[@id='$1']//primitive" 2>/dev/null | sed -nE 's/.*<primitive( [^>]*)? id="([^"]*)".*/\2/p'
}

# Each part by itself: a clone of a group is said to run where one of them does. And since Pacemaker 2 a resource that is about
# to start is said to run already, so that what is about to start is looked for last.
all_nodes_run() { # CLONE
    local part parts list
    mapfile -t parts < <(clone_parts "$1")
    ((${#parts[@]} > 0)) || return 1
    for part in "${parts[@]}"; do
        runs_everywhere "$part" || return 1
    done
    list=$(crm_mon -1 -r 2>/dev/null) || return 1
    for part in "${parts[@]}"; do
        ! grep -qE "[[:space:]]$part(:[0-9]+)?[[:space:]].*[[:space:]](Starting|Stopping)( |\$)" <<<"$list" || return 1
    done
}

runs_everywhere() { # PRIMITIVE
    local node list
    list=$(crm_resource --resource "$1" --locate 2>/dev/null) || return 1
    for node in "${NODE_NAMES[@]}"; do
        grep -qE "is running on: $node( |\$)" <<<"$list" || return 1
    done
}

# ---- first set-up of corosync -----------------------------------------------------------------------------------------

refuse_living_cluster() {
    if systemctl is-active --quiet pacemaker.service && cibadmin --query --xpath //primitive >/dev/null 2>&1; then
        refuse "this node runs a configured cluster; corosync.conf changes there as GROW.md says"
    fi
    ! grep -qs '<primitive' /var/lib/pacemaker/cib/cib.xml || systemctl is-active --quiet pacemaker.service ||
        refuse "/var/lib/pacemaker/cib/cib.xml holds the configuration of a cluster that is stopped"
}

# The package's own one-node cluster left a node called node1 in the CIB and its ring state; both are kept aside.
set_default_cluster_aside() {
    local folder aside
    aside=$ORIGINALS/default-cluster
    [[ ! -e $aside ]] || return 0
    mkdir -p -- "$aside"
    for folder in /var/lib/pacemaker/cib /var/lib/corosync; do
        [[ ! -d $folder ]] || find "$folder" -mindepth 1 -maxdepth 1 -exec mv -t "$aside" -- {} +
    done
}

# ---- fencing -----------------------------------------------------------------------------------------------------------

fence_device_answers() { # NODE
    [[ ! -f $BUNDLE/fencing/$1 ]] || timeout 60 "$FENCE_AGENT" <"$BUNDLE/fencing/$1" >/dev/null 2>&1
}

# ---- Pacemaker's configuration: pcs --------------------------------------------------------------------------------

cib_push() { # PART
    local work
    ! cib_is_complete "$1" || return 0
    work=$(mktemp -d)
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf -- '$work'" EXIT
    cibadmin --query >"$work/before.xml"
    cp -- "$work/before.xml" "$work/after.xml"
    bash "$BUNDLE/cib/$1.sh" "$work/after.xml"
    crm_verify --xml-file "$work/after.xml"
    pcs cluster cib-push "$work/after.xml" diff-against="$work/before.xml"
}

cib_drop() { # PART: its resources, last first; what the resources stand on stays
    local id
    while read -r id; do
        ! cib_has "$id" || pcs resource delete "$id" </dev/null
    done < <(tac -- "$BUNDLE/cib/$1.delete")
}

disable_resource() { # ID SECONDS: and wait until it has stopped
    pcs resource disable "$1" --wait="$2"
}

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
    require_fencing "$work/after.xml"
    crm_verify --xml-file "$work/after.xml"
    push_difference "$work"
}

# An early pcs 0.9 cannot push a difference; Pacemaker's own tools can.
push_difference() { # DIRECTORY with before.xml and after.xml
    if pcs cluster help 2>/dev/null | grep 'diff-against' >/dev/null; then
        pcs cluster cib-push "$1/after.xml" diff-against="$1/before.xml"
    else
        crm_diff --original "$1/before.xml" --new "$1/after.xml" >"$1/patch.xml" || true # 1: there is a difference
        [[ -s $1/patch.xml ]] || fail "crm_diff found no difference"
        cibadmin --patch --xml-file "$1/patch.xml"
    fi
}

cib_drop() { # PART: its resources, last first; what the resources stand on stays
    local id
    while read -r id; do
        cib_has "$id" || continue
        case $id in
        fence-*) drop_fence_device "$id" ;;
        *) pcs resource delete "$id" </dev/null ;;
        esac
    done < <(tac -- "$BUNDLE/cib/$1.delete")
}

# With its constraint. A pcs of 2025 (0.12.1, change log: RHEL-66607) refuses to take the last one, which the way back must.
drop_fence_device() { # ID
    local part
    ! pcs stonith delete "$1" </dev/null || return 0
    for part in "//rsc_location[@rsc='$1']" "//primitive[@id='$1']"; do
        ! cibadmin --query --xpath "$part" >/dev/null 2>&1 || cibadmin --delete --xpath "$part"
    done
}

disable_resource() { # ID SECONDS: and wait until it has stopped
    pcs resource disable "$1" --wait="$2"
}

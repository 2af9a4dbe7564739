# ---- Pacemaker's configuration: crmsh ------------------------------------------------------------------------------

# What crm does to the configuration happens to a copy. Only the difference is put into the cluster, at once: all of it or
# nothing, and without undoing what others change meanwhile.
cib_change() { # CHECK(yes|no) ARGUMENTS OF crm configure...
    local work code=0 check=$1
    shift
    work=$(mktemp -d)
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf -- '$work'" EXIT
    cibadmin --query >"$work/before.xml"
    cp -- "$work/before.xml" "$work/after.xml"
    CIB_file=$work/after.xml crm configure "$@" </dev/null
    if [[ $check == yes ]]; then
        CIB_file=$work/after.xml crm configure verify </dev/null
        require_fencing "$work/after.xml"
        crm_verify --xml-file "$work/after.xml"
    fi
    crm_diff --original "$work/before.xml" --new "$work/after.xml" --no-version >"$work/change.xml" || code=$?
    case $code in
    0) ;; # they are the same
    1) cibadmin --patch --xml-file "$work/change.xml" ;;
    *) fail "crm_diff cannot compare the configurations (code $code)" ;;
    esac
    rm -rf -- "$work"
}

cib_push() { # PART
    ! cib_is_complete "$1" || return 0
    cib_change yes load update "$BUNDLE/cib/$1.crm"
}

# Its resources, stopped first; what they stand on stays, and so do the cluster's properties. Not verified: that fencing is
# demanded and none is left is an error to crm_verify, and the way back.
cib_drop() { # PART
    local id ids=()
    while read -r id; do
        ! cib_has "$id" || disable_resource "$id" 180
    done <"$BUNDLE/cib/$1.stop"
    while read -r id; do
        ! cib_has "$id" || ids+=("$id")
    done <"$BUNDLE/cib/$1.delete"
    ((${#ids[@]} == 0)) || cib_change no delete "${ids[@]}"
}

disable_resource() { # ID SECONDS: and wait until it has stopped
    crm resource stop "$1" </dev/null
    wait_until "$2" resource_is_stopped "$1" || fail "$1 does not stop; see: crm_mon -1 -r -f"
}

resource_is_stopped() { # ID
    local found
    found=$(crm_resource --resource "$1" --locate 2>/dev/null) || return 1
    ! grep -q 'is running on' <<<"$found"
}

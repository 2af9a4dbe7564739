# ---- of the steps ---------------------------------------------------------------------------------------------------

readonly SECRETS=/etc/quorate/secrets

# The interface that has this node's cluster address. What ip says is read to its end: a writer whose reader is gone fails.
cluster_interface() {
    ip -o -4 addr show | awk -v a="${NODE_ADDRESSES[ME]}" '{ split($4, p, "/") } p[1] == a && !found++ { print $2 }'
}

require_cluster_interface() { # sets INTERFACE
    INTERFACE=$(cluster_interface)
    [[ -n $INTERFACE ]] || fail "no interface has the address ${NODE_ADDRESSES[ME]}"
}

without_own_loopback_name() { # filter for /etc/hosts: no node's name may mean 127.0.1.1
    awk -v names="${NODE_NAMES[*]}" '
        BEGIN { split(names, list, " "); for (i in list) node[list[i]] = 1 }
        $1 == "127.0.1.1" { for (i = 2; i <= NF; i++) if ($i in node) { print "# quorate: " $0; next } }
        { print }'
}

# A package is a name, or several names of which a system has one: a|b.
installed_one() { # NAMES: the one that is installed; none: the first
    local name
    if [[ $1 != *'|'* ]]; then
        printf '%s\n' "$1"
        return
    fi
    for name in ${1//|/ }; do
        ! package_is_installed "$name" || break
        name=''
    done
    printf '%s\n' "${name:-${1%%|*}}"
}

installed_ones() { # NAMES...
    local names
    for names; do
        installed_one "$names"
    done
}

one_is_installed() { # NAMES
    package_is_installed "$(installed_one "$1")"
}

known_ones() { # NAMES...: of each the first that the package manager knows; none: the first
    local names name
    for names; do
        for name in ${names//|/ }; do
            [[ $names == *'|'* ]] || break
            ! package_is_known "$name" || break
            name=''
        done
        printf '%s\n' "${name:-${names%%|*}}"
    done
}

without_iscsid_settings() { # filter for iscsid.conf: the settings that this export makes are comments elsewhere
    awk -v block="$BUNDLE/blocks/etc/iscsi/iscsid.conf" '
        BEGIN { while ((getline line < block) > 0) { split(line, p, " *= *"); ours[p[1]] = 1 } }
        { split($0, p, " *= *") }
        p[1] in ours { print "# quorate: " $0; next }
        { print }'
}

has_initiator_name() {
    grep -qs '^InitiatorName=iqn\.' /etc/iscsi/initiatorname.iscsi
}

iscsi_record() { # PORTAL: the file of this target's record, if there is one
    local file folder
    for folder in "${INITIATOR_RECORDS[@]}"; do # which one was chosen when it was built
        for file in "$folder/$LUN_IQN/${1%:*},${1##*:}",*/default "$folder/$LUN_IQN/${1%:*},${1##*:}"; do
            if [[ -f $file ]]; then
                printf '%s\n' "$file"
                return
            fi
        done
    done
}

record_settings() { # what a record must say; with CHAP, the secret among it: only ever piped, never shown
    printf 'node.startup = automatic\n'
    grep -v '^node\.startup = ' -- "$BUNDLE/blocks/etc/iscsi/iscsid.conf"
    [[ -z $CHAP_USER ]] || printf 'node.session.auth.authmethod = CHAP\nnode.session.auth.username = %s\nnode.session.auth.password = %s\n' \
        "$CHAP_USER" "$(cat -- "$SECRETS/chap")"
}

record_is_right() { # PORTAL
    local file line
    file=$(iscsi_record "$1")
    [[ $file != '' ]] || change "no record of $1" || return
    [[ -z $CHAP_USER || -s $SECRETS/chap ]] || change "the CHAP secret is not on this node" || return
    while read -r line; do
        grep -qxF -f <(printf '%s\n' "$line") -- "$file" || change "the record of $1 differs in ${line%% *}" || return
    done < <(record_settings)
}

# iscsiadm would take the secret as an argument, where every user of the machine can read it: the record is written.
write_record() { # PORTAL
    local file
    file=$(iscsi_record "$1")
    [[ -z $CHAP_USER || -s $SECRETS/chap ]] || refuse "the CHAP secret is not on this node: step secrets"
    awk '
        BEGIN { while ((getline line < "/dev/fd/3") > 0) { split(line, p, " = "); ours[p[1]] = line } }
        { split($0, p, " = ") }
        p[1] in ours { if (!(p[1] in seen)) print ours[p[1]]; seen[p[1]] = 1; next }
        $0 == "# END RECORD" { for (key in ours) if (!(key in seen)) print ours[key]; seen_all = 1 }
        { print }' "$file" 3< <(record_settings) | replace_record "$file"
}

forget_secret() { # PORTAL
    local file
    file=$(iscsi_record "$1")
    [[ $file != '' ]] || return 0
    awk '/^node\.session\.auth\.(username|password) = / { next }
        /^node\.session\.auth\.authmethod = / { $0 = "node.session.auth.authmethod = None" }
        { print }' "$file" | replace_record "$file"
}

replace_record() { # FILE: not beside it, since iscsiadm reads every file there
    local new
    new=$(mktemp -- "${1%/nodes/*}/.quorate.XXXXXX")
    cat >"$new"
    grep -q '^# END RECORD' "$new" || fail "the record could not be rewritten"
    mv -T -- "$new" "$1"
}

login() { # PORTAL
    local result=0
    iscsiadm -m node -T "$LUN_IQN" -p "$1" --login || result=$?
    ((result == 0 || result == 15)) || fail "login at $1 failed: iscsiadm code $result"
}

test_php() { # its configuration; SUSE's package brings the main file and the pool www as examples only
    local file folder=${PHP_POOL_FILE%/*}
    for file in "${folder%/*}/php-fpm.conf" "$folder/www.conf"; do
        [[ -e $file || ! -e $file.default ]] || refuse "$file is missing: look through $file.default, and copy it there"
    done
    "$PHP_FPM" -t
    grep -qE "[[:space:]]user = $OWNER\$" <<<"$("$PHP_FPM" -tt 2>&1)" ||
        refuse "no pool of PHP runs as $OWNER, whose the sessions are: see user = in ${PHP_POOL_FILE%/*}/www.conf"
}

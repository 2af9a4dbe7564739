# ---- of the steps ---------------------------------------------------------------------------------------------------

readonly SECRETS=/etc/quorate/secrets

cluster_interface() { # the interface that has this node's cluster address
    ip -o -4 addr show | awk -v a="${NODE_ADDRESSES[ME]}" '{ split($4, p, "/") } p[1] == a { print $2; exit }'
}

without_own_loopback_name() { # filter for /etc/hosts: no node's name may mean 127.0.1.1
    awk -v names="${NODE_NAMES[*]}" '
        BEGIN { split(names, list, " "); for (i in list) node[list[i]] = 1 }
        $1 == "127.0.1.1" { for (i = 2; i <= NF; i++) if ($i in node) { print "# quorate: " $0; next } }
        { print }'
}

firewall_rules() { # arguments of ufw, one rule a line
    local peer port interface
    interface=$(cluster_interface)
    for peer in "${NODE_ADDRESSES[@]}"; do
        [[ $peer != "${NODE_ADDRESSES[ME]}" ]] || continue
        for port in "${PORTS[@]}"; do
            printf 'allow in on %s from %s to %s port %s proto %s\n' \
                "$interface" "$peer" "${NODE_ADDRESSES[ME]}" "${port%/*}" "${port#*/}"
        done
    done
}

package_status() { # PACKAGE: ii installed, hi installed and held
    # shellcheck disable=SC2016 # dpkg-query's own variable
    dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null || true
}

is_installed() { # PACKAGE
    [[ $(package_status "$1") == [ih]i* ]]
}

apt_get() {
    DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l apt-get -q \
        -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"
}

# Services must not start with their packages' own configuration (a one-node cluster, a lock manager without one).
block_service_starts() {
    local policy=/usr/sbin/policy-rc.d
    [[ ! -e $policy ]] || ! grep -q quorate "$policy" || rm -f -- "$policy"
    [[ ! -e $policy ]] || return 0
    printf '#!/bin/sh\n# quorate: services start when they are configured\nexit 101\n' >"$policy"
    chmod 0755 "$policy"
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
}

without_iscsid_settings() { # filter for iscsid.conf: the settings that this export makes are comments elsewhere
    awk -v block="$BUNDLE/blocks/etc/iscsi/iscsid.conf" '
        BEGIN { while ((getline line < block) > 0) { split(line, p, " *= *"); ours[p[1]] = 1 } }
        { split($0, p, " *= *") }
        p[1] in ours { print "# quorate: " $0; next }
        { print }'
}

iscsi_record() { # PORTAL: the file of this target's record, if there is one
    local file
    for file in "/etc/iscsi/nodes/$LUN_IQN/${1%:*},${1##*:}",*/default "/etc/iscsi/nodes/$LUN_IQN/${1%:*},${1##*:}"; do
        if [[ -f $file ]]; then
            printf '%s\n' "$file"
            return
        fi
    done
}

record_settings() { # what a record must say; with CHAP, the secret among it: only ever piped, never shown
    printf 'node.startup = automatic\n'
    cat -- "$BUNDLE/blocks/etc/iscsi/iscsid.conf"
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
    new=$(mktemp /etc/iscsi/.quorate.XXXXXX)
    cat >"$new"
    grep -q '^# END RECORD' "$new" || fail "the record could not be rewritten"
    mv -T -- "$new" "$1"
}

login() { # PORTAL
    local result=0
    iscsiadm -m node -T "$LUN_IQN" -p "$1" --login || result=$?
    ((result == 0 || result == 15)) || fail "login at $1 failed: iscsiadm code $result"
}

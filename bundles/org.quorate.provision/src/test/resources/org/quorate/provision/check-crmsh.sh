#!/usr/bin/env bash
# Runs inside the throw-away Debian root: what the steps of an export for SLES do to Pacemaker's configuration with crmsh,
# with a file in the place of the cluster's (CIB_file). /host/ocfs2 and /host/gfs2 are exports of three nodes.
set -u
# shellcheck source=expect.sh
. /host/.expect.sh
export CIB_file=/tmp/live.xml HOME=/root

attempt() { # COMMAND...: with the functions of node.sh, in a shell of its own
    # shellcheck disable=SC1091 # the export's own
    . ./node.sh
    set -e
    "$@"
}

untouched() { # WHAT: the configuration is as it was when it was kept
    same "$1" 0 "$(crm_diff --original /tmp/kept.xml --new "$CIB_file" --no-version >/dev/null; echo $?)"
}

count() { # XPATH
    xmllint --xpath "count($1)" "$CIB_file"
}

check_export() { # DIRECTORY PRIMITIVES-OF-VOLUME
    cd "$1" || exit
    cibadmin --empty >"$CIB_file"
    crm_attribute --name cluster-name --update webcluster
    # There is no systemd to ask about a unit: the same resource of another class stands in.
    sed -i 's/ systemd:php-fpm / lsb:php8.2-fpm /' cib/php.crm
    cp "$CIB_file" /tmp/kept.xml
    sed -i.kept s/stonith-enabled=true/stonith-enabled=false/ cib/cluster.crm
    expect "${1##*/}: without fencing it is refused" 2 cib_push cluster
    says "fencing would be off (stonith-enabled=false)"
    untouched "${1##*/}: nothing of it is put in"
    mv cib/cluster.crm.kept cib/cluster.crm
    for part in cluster volume php; do
        expect "${1##*/}: $part is missing" 3 cib_is_complete "$part"
        expect "${1##*/}: $part is put in" 0 cib_push "$part"
        expect "${1##*/}: $part is complete" 0 cib_is_complete "$part"
        cp "$CIB_file" /tmp/kept.xml
        expect "${1##*/}: $part again" 0 cib_push "$part"
        untouched "${1##*/}: $part again changes nothing"
    done
    expect "${1##*/}: what the clone of the lock manager consists of" 0 clone_parts locking-clone
    says dlm
    same "${1##*/}: resources" "$((5 + $2 + ${3:-0}))" "$(count //primitive)"
    same "${1##*/}: interleaved clones" 3 "$(count "//clone/meta_attributes/nvpair[@name='interleave' and @value='true']")"
    same "${1##*/}: other properties stay" 1 "$(count "//nvpair[@name='cluster-name' and @value='webcluster']")"

    cp "$CIB_file" /tmp/kept.xml
    expect "${1##*/}: php goes" 0 cib_drop php
    expect "${1##*/}: php is missing" 3 cib_is_complete php
    # A part that cannot be put in leaves nothing of itself behind.
    cp "$CIB_file" /tmp/kept.xml
    sed -i '$a colocation x inf: php-fpm-clone nowhere' cib/php.crm
    expect "${1##*/}: a dangling reference is refused" 1 cib_push php
    untouched "${1##*/}: nothing of it is there"
    sed -i -e '$d' -e 's/^primitive php-fpm .*/primitive php-fpm ocf:heartbeat:Filesystem params devise=x \\/' cib/php.crm
    expect "${1##*/}: an unknown parameter is refused" 1 cib_push php
    untouched "${1##*/}: nothing of that is there"

    CIB_file=$CIB_file crm configure delete volume-clone
    expect "${1##*/}: what was changed by hand is refused" 2 cib_is_complete volume
    says "changed by hand"
    expect "${1##*/}: the rest of the volume goes" 0 cib_drop volume
    expect "${1##*/}: fencing and lock manager go" 0 cib_drop cluster
    expect "${1##*/}: they went already" 0 cib_drop cluster
    same "${1##*/}: no resource is left" 0 "$(count //primitive)"
    same "${1##*/}: no constraint is left" 0 "$(count '//constraints/*')"
    same "${1##*/}: fencing stays on" 1 "$(count "//nvpair[@name='stonith-enabled' and @value='true']")"
    return "$failed"
}

(check_export /host/ocfs2 1 0)
first=$?
(check_export /host/gfs2 2 1)
exit "$((first + $?))"

#!/usr/bin/env bash
# Runs inside the throw-away Debian root: checks every export under /host with the real tools. Prints "ok TOOL ..." for
# what was checked, "FAIL ..." for what is wrong, "passed EXPORT" when nothing was. Exit code 0 when all passed.
#
#   check-exports.sh [contents]   a tool reads what it has not read in a former export, to the byte
#   check-exports.sh lines        Pacemaker's shell and shellcheck read only what has a line that no former export had,
#                                 whatever its numbers are: they take seconds each
set -u
mode=${1:-contents}
failed=0
seen=/tmp/seen
mkdir -p "$seen"

unread() { # KIND: standard input was not read by this kind of check before
    mkdir "$seen/$1-$(sha256sum | cut -c1-32)" 2>/dev/null
}

unread_parts() { # KIND FILE...: the same, or in mode lines: there is a line that is new but for its numbers
    local kind=$1 new=1
    shift
    if [[ $mode != lines ]]; then
        cat -- "$@" | unread "$kind"
        return
    fi
    cat -- "$@" | unread "$kind" || return # nor any line of it
    touch "$seen/$kind"
    sed -E -e ':a' -e '/\\$/{N;ba' -e '}' -e 's/[0-9]+/N/g' -- "$@" | sort -u >"$seen/$kind.now"
    comm -13 "$seen/$kind" "$seen/$kind.now" | grep -q . && new=0
    sort -u -o "$seen/$kind" "$seen/$kind" "$seen/$kind.now"
    return "$new"
}

wanted() { # TOOL: with ONLY, the tools named there
    [[ -z ${ONLY:-} || " $ONLY " == *" $1 "* ]]
}

attempt() { # TOOL WHAT COMMAND...: the command must succeed, where the tool is wanted
    local tool=$1 what=$2 out
    wanted "$tool" || return 0
    shift 2
    if out=$("$@" 2>&1); then
        echo "ok $tool $what"
    else
        echo "FAIL $tool $what (code $?): $*"
        echo "$out" | tail -n 40
        failed=$((failed + 1))
    fi
}

silent() { # COMMAND...: succeeds and says nothing on standard error
    local errors
    errors=$("$@" 2>&1 >/dev/null) && [[ -z $errors ]] || { echo "$errors" && return 1; }
}

equals() { # EXPECTED COMMAND...
    local expected=$1 found
    shift
    found=$("$@") || return
    [[ $found == "$expected" ]] || { echo "expected: $expected; found: $found" && return 1; }
}

scripts() {
    find . -name '*.sh' -type f | sort
}

# Most scripts are the same in many exports: those are read by shellcheck once, with the variables that they are given.
scripts_to_read() {
    local f
    sed 's/=.*//' settings.sh >/tmp/variables
    for f in $(scripts); do
        ! unread_parts shellcheck "$f" /tmp/variables || echo "$f"
    done
}

check_shell() {
    local f to_read
    for f in $(scripts); do
        ! unread shell <"$f" || attempt shell "$f" bash -n "$f"
    done
    # shellcheck disable=SC2046 # names of our own files
    attempt shfmt all shfmt -d -i 4 $(scripts)
    mapfile -t to_read < <(scripts_to_read)
    ((${#to_read[@]} == 0)) || attempt shellcheck all shellcheck -x -S style "${to_read[@]}"
    for f in files/common/etc/quorate/fence-* files/common/usr/local/sbin/*; do
        [[ ! -e $f ]] || ! unread shellcheck <"$f" || attempt shellcheck "$f" shellcheck -S style "$f"
    done
    attempt checksums SHA256SUMS sha256sum --strict --quiet -c SHA256SUMS
    # shellcheck disable=SC2016 # perl's variables
    [[ -z $NEEDRESTART ]] || attempt needrestart all perl -we 'our %nrconf; do "./" . shift; die $@ if $@; die unless keys %{$nrconf{override_rc}} == 2' \
        files/common/etc/needrestart/conf.d/90-quorate.conf
    attempt marks none sh -c '! grep -rnE "@[A-Z]+@" .'
    attempt modes none sh -c '[ -z "$(find . -type f -perm /077 -o -type d -perm /077)" ]'
}

check_units() {
    local f unit work=/run/units
    mkdir -p "$work"
    for f in files/common/usr/local/sbin/*; do
        [[ ! -e $f ]] || install -m 0755 "$f" /usr/local/sbin/
    done
    for f in files/common/etc/systemd/system/*.service files/common/etc/systemd/system/*.timer; do
        [[ -e $f ]] || continue
        unread units <"$f" || continue
        cp "$f" "$work/"
        attempt units "$f" silent systemd-analyze verify --man=no "$work/${f##*/}"
    done
    # What is added to a unit of a package is added to one that does nothing.
    for f in files/common/etc/systemd/system/*.d/*.conf; do
        [[ -e $f ]] || continue
        unread units <"$f" || continue
        unit=${f%/*}
        unit=${unit##*/}
        mkdir -p "$work/$unit"
        cp "$f" "$work/$unit/"
        printf '[Service]\nExecStart=/bin/true\n' >"$work/${unit%.d}"
        attempt units "$f" silent systemd-analyze verify --man=no "$work/${unit%.d}"
        rm -r "${work:?}/$unit" "${work:?}/${unit%.d}"
    done
}

check_php() {
    local pool=files/common$PHP_POOL_FILE
    { cat "$pool" && echo "$MOUNT_POINT"; } | unread php || return 0
    attempt php parse php -n -r 'exit(parse_ini_file($argv[1]) === false ? 1 : 0);' -- "$pool"
    attempt php value equals "$MOUNT_POINT/php_sessions" php -n -r \
        'echo parse_ini_file($argv[1], true)["www"]["php_admin_value"]["session.save_path"];' -- "$pool"
    cp "$pool" /etc/php/8.2/fpm/pool.d/
    attempt fpm test php-fpm8.2 -t
    php-fpm8.2 -tt >/tmp/fpm 2>&1
    attempt fpm value grep -F "php_admin_value[session.save_path] = $MOUNT_POINT/php_sessions" /tmp/fpm
    rm "/etc/php/8.2/fpm/pool.d/${PHP_POOL_FILE##*/}"
}

check_iscsi() { # iscsiadm knows which keys and values a record can have; to make one takes it a second
    local line
    wanted iscsi || return 0
    { cat blocks/etc/iscsi/iscsid.conf && echo "$LUN_IQN ${LUN_PORTALS[0]}"; } | unread iscsi || return 0
    iscsiadm -m node -o new -T "$LUN_IQN" -p "${LUN_PORTALS[0]},1" >/dev/null 2>&1
    while read -r line; do
        attempt iscsi "${line%% *}" iscsiadm -m node -T "$LUN_IQN" -p "${LUN_PORTALS[0]}" -o update -n "${line%% = *}" -v "${line#* = }"
    done <blocks/etc/iscsi/iscsid.conf
}

check_multipath() {
    local file=files/common/etc/multipath.conf
    [[ -e $file ]] || file=files/only/node1/etc/multipath.conf
    { cat "$file" && echo "$LUN_NAME $DEVICE_WWID"; } | unread multipath || return 0
    cp "$file" /etc/multipath.conf
    attempt multipath keywords silent multipath -t
    multipath -t >/tmp/multipath 2>/dev/null
    attempt multipath alias grep -F "alias \"$LUN_NAME\"" /tmp/multipath
    attempt multipath wwid grep -F "wwid \"${DEVICE_WWID#mpath-}\"" /tmp/multipath
    # Not those of the devices that it knows by itself.
    sed -n '/^defaults {/,/^}/p' /tmp/multipath >/tmp/multipath-defaults
    attempt multipath retry grep -E 'no_path_retry "?[0-9]+' /tmp/multipath-defaults
}

check_ocfs2() {
    local image=/tmp/ocfs2.img
    if echo "$LUN_BYTES ${MKFS_OPTIONS[*]}" | unread mkfs; then
        check_mkfs_ocfs2 "$image"
    fi
    if [[ $OCFS2_STACK == pcmk ]]; then
        check_pacemaker
    else
        check_o2cb
    fi
}

check_mkfs_ocfs2() { # IMAGE
    local image=$1
    truncate -s "$LUN_BYTES" "$image"
    attempt mkfs.ocfs2 format mkfs.ocfs2 "${MKFS_OPTIONS[@]}" "$image" </dev/null
    # Reading all journals takes long: once is enough.
    if mkdir /tmp/checked 2>/dev/null; then
        attempt mkfs.ocfs2 fsck fsck.ocfs2 -fn "$image"
    fi
    attempt mkfs.ocfs2 uuid equals "$VOLUME_UUID" blkid -p -s UUID -o value "$image"
    attempt mkfs.ocfs2 cluster sh -c "debugfs.ocfs2 -R stats $image | grep -q 'Cluster name: $CLUSTER\$'"
    attempt mkfs.ocfs2 stack sh -c "debugfs.ocfs2 -R stats $image | grep -q 'Cluster stack: $OCFS2_STACK\$'"
    rm "$image"
}

check_o2cb() {
    local conf=files/common/etc/ocfs2/cluster.conf
    attempt o2cb list o2cb --config-file="$conf" list-cluster "$CLUSTER"
    attempt o2cb count equals "${#NODE_NAMES[@]}" sh -c "o2cb --config-file=$conf list-nodes --oneline $CLUSTER | grep -c ^node:"
    attempt o2cb enabled equals "true $CLUSTER" bash -c '. "$1"; echo "$O2CB_ENABLED $O2CB_BOOTCLUSTER"' - "files/common$O2CB_DEFAULTS"
    { cat blocks/etc/fstab && echo "${O2CB_UNITS[0]}"; } | unread fstab || return 0
    attempt fstab parse sh -c "findmnt --verify --tab-file blocks/etc/fstab 2>&1 | grep -q '^0 parse errors'"
    mkdir -p /tmp/units
    # The generator takes a read-only /sys for a container, where it would leave devices out.
    attempt fstab generator unshare --mount sh -c 'mount -t tmpfs none /sys
        SYSTEMD_FSTAB=$PWD/blocks/etc/fstab exec /usr/lib/systemd/system-generators/systemd-fstab-generator \
            /tmp/units /tmp/units /tmp/units'
    attempt fstab requires grep -x "Requires=${O2CB_UNITS[0]}" /tmp/units/shared.mount
    attempt fstab order grep -x "After=${O2CB_UNITS[0]}" /tmp/units/shared.mount
    attempt fstab network grep -x 'Options=_netdev,.*' /tmp/units/shared.mount
    attempt fstab wanted test -L /tmp/units/remote-fs.target.requires/shared.mount
    rm -r /tmp/units
}

check_corosync() {
    local conf=/tmp/corosync.conf
    unread corosync <files/common/etc/corosync/corosync.conf || return 0
    corosync-keygen -l -k /tmp/authkey -s 1024 >/dev/null
    sed 's#^totem {#&\n    keyfile: /tmp/authkey#' files/common/etc/corosync/corosync.conf >"$conf"
    attempt corosync test corosync -t -c "$conf"
    rm -f /tmp/authkey
}

pcs() { # ARGUMENT...: pcs, by a process that has read it already; see there. Exported: scripts run it, too
    local code
    if [[ ! -p /tmp/pcs/go ]]; then
        mkdir -p /tmp/pcs
        python3 -Es /host/.pcs-server.py /tmp/pcs </dev/null >/tmp/pcs/log 2>&1 &
        echo "$!" >/tmp/pcs/pid
        until [[ -p /tmp/pcs/go ]]; do
            kill -0 "$!" || { cat /tmp/pcs/log && return 1; }
            sleep 0.05
        done
    fi
    printf '%s\0' "$@" >/tmp/pcs/arguments
    echo >/tmp/pcs/go
    read -r code </tmp/pcs/done
    cat /tmp/pcs/output
    return "$code"
}
export -f pcs

# Builds the configuration with the shell of the export: pcs commands or crmsh's text.
build_cib() { # FILE
    local part suffix=sh
    [[ ! -e cib/cluster.crm ]] || suffix=crm
    cibadmin --empty >"$1"
    if [[ -z $FENCE_AGENT ]]; then
        # With SBD, the running cluster says itself that there is a watchdog.
        CIB_file=$1 crm_attribute --name have-watchdog --update true
    fi
    for part in cluster volume php; do
        [[ -e cib/$part.$suffix ]] || continue
        # Both ask systemd for a unit's metadata, and none runs here: the same resource of another class stands in.
        sed -E 's/ systemd:php[0-9.]*-fpm( |$)/ lsb:php8.2-fpm\1/' "cib/$part.$suffix" >"/tmp/part.$suffix"
        if [[ $suffix == sh ]]; then
            attempt cib "$part" bash /tmp/part.sh "$1"
        else
            attempt crmsh "$part" env CIB_file="$1" crm configure load update /tmp/part.crm
        fi
    done
    [[ $suffix == sh ]] || attempt crmsh verify env CIB_file="$1" crm configure verify
}

check_cib() {
    local cib=/tmp/cib.xml up=/tmp/up.xml names=() name
    printf '%s\n' "$FENCE_AGENT" "${NODE_NAMES[*]}" >/tmp/cib-about
    unread_parts cib /tmp/cib-about cib/* || return 0
    build_cib "$cib"
    for name in $(cat cib/*.ids); do
        attempt cib "$name" xmllint --xpath "//*[@id='$name']" "$cib"
    done
    attempt cib interleave equals "$(find cib -name '*.ids' ! -name 'fence-*' | wc -l)" xmllint --xpath \
        "count(//clone/meta_attributes/nvpair[@name='interleave' and @value='true'])" "$cib"
    attempt cib schema xmllint --noout --relaxng /usr/share/pacemaker/pacemaker-3.9.rng "$cib"
    for name in "${NODE_NAMES[@]}"; do
        names+=("--node-up=$name")
    done
    attempt simulate start crm_simulate -x "$cib" -S --quorum=1 "${names[@]}" -O "$up"
    attempt simulate verify crm_verify -V -x "$up"
    crm_simulate -x "$up" -S --node-fail="${NODE_NAMES[1]}" >/tmp/fence 2>&1
    attempt simulate fence grep -F "Fencing ${NODE_NAMES[1]} " /tmp/fence
    attempt cib no-secret sh -c "! grep -qiE 'passw(or)?d\"' $cib"
    # Taking back is the same everywhere but for the fence devices: one export with PHP and one without are enough.
    mkdir "/tmp/deleted-$(ls cib | wc -l)" 2>/dev/null || return 0
    attempt cib delete delete_part cluster "$cib"
    attempt cib empty equals 0 xmllint --xpath 'count(//primitive)' "$cib"
}

delete_part() { # PART FILE: what a roll-back does, volumes first
    local id
    if [[ $1 == cluster ]]; then
        [[ ! -e cib/php.delete ]] || delete_part php "$2"
        delete_part volume "$2"
    fi
    if [[ -e cib/$1.crm ]]; then
        # shellcheck disable=SC2046 # names of our own resources
        CIB_file=$2 crm configure delete $(cat "cib/$1.delete")
        return
    fi
    while read -r id; do
        if xmllint --xpath "//*[@id='$id']" "$2" >/dev/null 2>&1; then
            pcs -f "$2" resource delete "$id" || return
        fi
    done < <(tac "cib/$1.delete")
}

check_fence_input() {
    local f
    for f in fencing/*; do
        [[ -e $f ]] || continue
        attempt fencing "$f" sh -c "! grep -vE '^[a-z_]+=[^ ]+\$' $f"
    done
}

check_gfs2() {
    local image=/tmp/gfs2.img work=/tmp/lvm
    if echo "$LUN_BYTES ${MKFS_OPTIONS[*]}" | unread mkfs; then
        check_mkfs_gfs2 "$image"
    fi
    if unread lvm <files/common/etc/lvm/lvmlocal.conf; then
        check_lvm "$work"
    fi
    check_pacemaker
}

check_mkfs_gfs2() { # IMAGE
    local image=$1
    truncate -s "$LUN_BYTES" "$image"
    attempt mkfs.gfs2 format sh -c 'image=$1; shift; echo y | mkfs.gfs2 "$@" "$image"' - "$image" "${MKFS_OPTIONS[@]}"
    if mkdir /tmp/checked 2>/dev/null; then
        attempt mkfs.gfs2 fsck fsck.gfs2 -n "$image"
    fi
    attempt mkfs.gfs2 locktable equals "$LOCK_TABLE" blkid -p -s LABEL -o value "$image"
    rm "$image"
}

check_lvm() { # DIRECTORY
    local work=$1 setting=use_lvmlockd=1
    mkdir -p "$work"
    cp /etc/lvm/lvm.conf "$work/"
    # use_lvmetad and clvmd's locking_type are words of LVM 2.02 (Ubuntu 16.04, 18.04); this LVM is 2.03.
    ! grep -q 'locking_type = 3' files/common/etc/lvm/lvmlocal.conf || setting=locking_type=3
    grep -v use_lvmetad files/common/etc/lvm/lvmlocal.conf >"$work/lvmlocal.conf"
    export LVM_SYSTEM_DIR=$work LVM_SUPPRESS_FD_WARNINGS=1
    attempt lvm validate lvmconfig --validate
    attempt lvm value equals "$setting" lvmconfig "global/${setting%=*}"
    unset LVM_SYSTEM_DIR
}

check_pacemaker() {
    # Debian's corosync 3 cannot read what corosync 2 reads: a strict reader and a golden file of our own stand in.
    [[ $COROSYNC == 2 ]] || check_corosync
    check_cib
    check_fence_input
}

check_export() { # DIRECTORY
    cd "$1" || return
    # shellcheck disable=SC1091 # the export's own
    . ./settings.sh
    check_shell
    check_units
    check_iscsi
    [[ -z ${PHP_POOL_FILE:-} ]] || check_php
    [[ $MULTIPATH == no ]] || check_multipath
    "check_$FS"
    ((failed > 0)) || echo "passed ${1##*/}"
    return "$failed"
}

main() {
    local export result=0
    ip link set lo up
    ip addr add 192.168.1.101/32 dev lo
    mkdir -p /var/log/cluster # as the corosync packages of Red Hat and SUSE do
    for export in /host/*/; do
        (check_export "${export%/}") || result=1
    done
    return "$result"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    main
fi

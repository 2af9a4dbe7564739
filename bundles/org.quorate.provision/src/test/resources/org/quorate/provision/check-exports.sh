#!/usr/bin/env bash
# Runs inside the throw-away Debian root: checks every export under /host with the real tools. Prints "ok TOOL ..." for
# what was checked, "FAIL ..." for what is wrong, "passed EXPORT" when nothing was. Exit code 0 when all passed.
set -u
failed=0

attempt() { # TOOL WHAT COMMAND...: the command must succeed; with ONLY, the tools named there
    local tool=$1 what=$2 out
    [[ -z ${ONLY:-} || " $ONLY " == *" $tool "* ]] || return 0
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

# Most scripts are the same in many exports: those are read by shellcheck once.
scripts_to_read() {
    local f
    for f in $(scripts); do
        case $f in
        ./node.sh | ./provision.sh) mkdir "/tmp/read-$(sha256sum <"$f" | cut -c1-32)" 2>/dev/null && echo "$f" ;;
        *) echo "$f" ;;
        esac
    done
}

check_shell() {
    local f
    for f in $(scripts); do
        attempt shell "$f" bash -n "$f"
    done
    # shellcheck disable=SC2046 # names of our own files
    attempt shfmt all shfmt -d -i 4 $(scripts)
    # shellcheck disable=SC2046
    attempt shellcheck all shellcheck -x -S style $(scripts_to_read)
    for f in files/common/etc/quorate/fence-*; do
        [[ ! -e $f ]] || attempt shellcheck "$f" shellcheck -S style "$f"
    done
    attempt checksums SHA256SUMS sha256sum --strict --quiet -c SHA256SUMS
    # shellcheck disable=SC2016 # perl's variables
    attempt needrestart all perl -we 'our %nrconf; do "./" . shift; die $@ if $@; die unless keys %{$nrconf{override_rc}} == 2' \
        files/common/etc/needrestart/conf.d/90-quorate.conf
    attempt marks none sh -c '! grep -rnE "@[A-Z]+@" .'
    attempt modes none sh -c '[ -z "$(find . -type f -perm /077 -o -type d -perm /077)" ]'
}

check_units() {
    local f work=/run/units
    mkdir -p "$work"
    for f in files/common/etc/systemd/system/*.service files/common/etc/systemd/system/*.timer; do
        [[ -e $f ]] || continue
        cp "$f" "$work/"
        attempt units "$f" silent systemd-analyze verify --man=no "$work/${f##*/}"
    done
}

check_php() {
    local pool=files/common$PHP_POOL_FILE
    attempt php parse php -n -r 'exit(parse_ini_file($argv[1]) === false ? 1 : 0);' -- "$pool"
    attempt php value equals "$MOUNT_POINT/php_sessions" php -n -r \
        'echo parse_ini_file($argv[1], true)["www"]["php_admin_value"]["session.save_path"];' -- "$pool"
    cp "$pool" /etc/php/8.2/fpm/pool.d/
    attempt fpm test php-fpm8.2 -t
    php-fpm8.2 -tt >/tmp/fpm 2>&1
    attempt fpm value grep -F "php_admin_value[session.save_path] = $MOUNT_POINT/php_sessions" /tmp/fpm
    rm "/etc/php/8.2/fpm/pool.d/${PHP_POOL_FILE##*/}"
}

check_iscsi() { # iscsiadm knows which keys and values a record can have
    local line
    iscsiadm -m node -o new -T "$LUN_IQN" -p "${LUN_PORTALS[0]},1" >/dev/null 2>&1
    while read -r line; do
        attempt iscsi "${line%% *}" iscsiadm -m node -T "$LUN_IQN" -p "${LUN_PORTALS[0]}" -o update -n "${line%% = *}" -v "${line#* = }"
    done <blocks/etc/iscsi/iscsid.conf
}

check_multipath() {
    local file=files/common/etc/multipath.conf
    [[ -e $file ]] || file=files/only/node1/etc/multipath.conf
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
    local conf=files/common/etc/ocfs2/cluster.conf image=/tmp/ocfs2.img
    attempt o2cb list o2cb --config-file="$conf" list-cluster "$CLUSTER"
    attempt o2cb count equals "${#NODE_NAMES[@]}" sh -c "o2cb --config-file=$conf list-nodes --oneline $CLUSTER | grep -c ^node:"
    attempt o2cb enabled equals "true $CLUSTER" bash -c '. "$1"; echo "$O2CB_ENABLED $O2CB_BOOTCLUSTER"' - files/common/etc/default/o2cb
    truncate -s "$LUN_BYTES" "$image"
    attempt mkfs.ocfs2 format mkfs.ocfs2 "${MKFS_OPTIONS[@]}" "$image" </dev/null
    # Reading all journals takes long: once is enough.
    if mkdir /tmp/checked 2>/dev/null; then
        attempt mkfs.ocfs2 fsck fsck.ocfs2 -fn "$image"
    fi
    attempt mkfs.ocfs2 uuid equals "$VOLUME_UUID" blkid -p -s UUID -o value "$image"
    attempt mkfs.ocfs2 cluster sh -c "debugfs.ocfs2 -R stats $image | grep -q 'Cluster name: $CLUSTER\$'"
    rm "$image"
    attempt fstab parse sh -c "findmnt --verify --tab-file blocks/etc/fstab 2>&1 | grep -q '^0 parse errors'"
    mkdir -p /tmp/units
    # The generator takes a read-only /sys for a container, where it would leave devices out.
    attempt fstab generator unshare --mount sh -c 'mount -t tmpfs none /sys
        SYSTEMD_FSTAB=$PWD/blocks/etc/fstab exec /usr/lib/systemd/system-generators/systemd-fstab-generator \
            /tmp/units /tmp/units /tmp/units'
    attempt fstab requires grep -x 'Requires=o2cb.service' /tmp/units/shared.mount
    attempt fstab order grep -x 'After=o2cb.service' /tmp/units/shared.mount
    attempt fstab network grep -x 'Options=_netdev,nofail,.*' /tmp/units/shared.mount
    attempt fstab wanted test -L /tmp/units/remote-fs.target.wants/shared.mount
    rm -r /tmp/units
}

check_corosync() {
    local conf=/tmp/corosync.conf
    corosync-keygen -l -k /tmp/authkey -s 1024 >/dev/null
    sed 's#^totem {#&\n    keyfile: /tmp/authkey#' files/common/etc/corosync/corosync.conf >"$conf"
    attempt corosync test corosync -t -c "$conf"
    rm -f /tmp/authkey
}

check_cib() {
    local cib=/tmp/cib.xml up=/tmp/up.xml names=() name
    cibadmin --empty >"$cib"
    attempt cib cluster bash cib/cluster.sh "$cib"
    attempt cib volume bash cib/volume.sh "$cib"
    if [[ -e cib/php.sh ]]; then
        # pcs asks systemd for a unit's metadata, and none runs here: the same resource of another class stands in.
        sed 's/ systemd:php[0-9.]*-fpm / lsb:php8.2-fpm /' cib/php.sh >/tmp/php.sh
        attempt cib php bash /tmp/php.sh "$cib"
    fi
    for name in $(cat cib/*.ids); do
        attempt cib "$name" xmllint --xpath "//*[@id='$name']" "$cib"
    done
    attempt cib interleave equals "$(ls cib/*.ids | wc -l)" xmllint --xpath \
        "count(//clone/meta_attributes/nvpair[@name='interleave' and @value='true'])" "$cib"
    attempt cib schema xmllint --noout --relaxng /usr/share/pacemaker/pacemaker-3.9.rng "$cib"
    if [[ -z $FENCE_AGENT ]]; then
        # With SBD, the running cluster says itself that there is a watchdog.
        CIB_file=$cib crm_attribute --name have-watchdog --update true
    fi
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
    [[ $1 != cluster ]] || { [[ ! -e cib/php.delete ]] || delete_part php "$2"; delete_part volume "$2"; }
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
    truncate -s "$LUN_BYTES" "$image"
    attempt mkfs.gfs2 format sh -c 'image=$1; shift; echo y | mkfs.gfs2 "$@" "$image"' - "$image" "${MKFS_OPTIONS[@]}"
    if mkdir /tmp/checked 2>/dev/null; then
        attempt mkfs.gfs2 fsck fsck.gfs2 -n "$image"
    fi
    attempt mkfs.gfs2 locktable equals "$LOCK_TABLE" blkid -p -s LABEL -o value "$image"
    rm "$image"
    mkdir -p "$work"
    cp /etc/lvm/lvm.conf "$work/"
    # use_lvmetad is a word of LVM 2.02 (Ubuntu 18.04); this LVM is 2.03.
    grep -v use_lvmetad files/common/etc/lvm/lvmlocal.conf >"$work/lvmlocal.conf"
    export LVM_SYSTEM_DIR=$work LVM_SUPPRESS_FD_WARNINGS=1
    attempt lvm validate lvmconfig --validate
    attempt lvm value equals use_lvmlockd=1 lvmconfig global/use_lvmlockd
    unset LVM_SYSTEM_DIR
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
    for export in /host/*/; do
        (check_export "${export%/}") || result=1
    done
    return "$result"
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
    main
fi

# shellcheck shell=bash
# Helpers of node.sh: files, blocks in files, the LUN and its guards. Sourced, never run.

readonly ORIGINALS=/var/lib/quorate/original
readonly BLOCK_BEGIN='# BEGIN quorate' BLOCK_END='# END quorate'

# ---- files ----------------------------------------------------------------------------------------------------------

bundle_file() { # PATH: the file of this export that belongs there on this node
    if [[ -f $BUNDLE/files/only/$SELF$1 ]]; then
        printf '%s\n' "$BUNDLE/files/only/$SELF$1"
    else
        printf '%s\n' "$BUNDLE/files/common$1"
    fi
}

file_is_installed() { # PATH
    if [[ ! -f $1 || -L $1 ]]; then
        change "$1 is missing"
        return
    fi
    cmp -s -- "$(bundle_file "$1")" "$1" || change "$1 differs" || return
    [[ $(stat -c '%04a %u %g' -- "$1") == "${FILE_MODES[$1]} 0 0" ]] || change "$1 has another mode or owner"
}

install_file() { # PATH: atomically, with the mode of this export; the first original is kept
    [[ ! -L $1 ]] || refuse "$1 is a symbolic link"
    keep_original "$1"
    replace_file "$1" "${FILE_MODES[$1]}" <"$(bundle_file "$1")"
    note "$1 installed"
}

install_files() { # PATH...: empty ones are of files that this export does not have
    local path
    for path; do
        [[ $path == '' ]] || install_file "$path"
    done
}

replace_file() { # PATH MODE: with what comes from standard input
    local new
    [[ -d ${1%/*} ]] || (umask 022 && mkdir -p -- "${1%/*}")
    new=$(mktemp -- "${1%/*}/.quorate.XXXXXX")
    cat >"$new"
    chmod -- "$2" "$new"
    mv -T -- "$new" "$1"
    # Made anew, it has the SELinux label of its directory, which is not that of /etc/hosts.
    ! command -v restorecon >/dev/null || restorecon -- "$1" || note "$1 keeps the SELinux label of its directory"
}

keep_original() { # PATH
    local kept=$ORIGINALS$1
    [[ ! -e $kept && ! -e $kept.absent ]] || return 0
    mkdir -p -- "${kept%/*}"
    if [[ -e $1 ]]; then
        cp -a -- "$1" "$kept"
    else
        : >"$kept.absent"
    fi
}

node_keep() { # PATH...
    local path
    for path; do
        [[ -n ${FILE_MODES[$path]:-} ]] || refuse "no file of this export: $path"
        [[ ! -L $path ]] || refuse "$path is a symbolic link"
        keep_original "$path"
    done
}

restore_original() { # PATH: as it was before this export touched it
    local kept=$ORIGINALS$1
    if [[ -e $kept ]]; then
        cp -a -- "$kept" "$1.quorate-restore"
        mv -T -- "$1.quorate-restore" "$1"
        rm -f -- "$kept"
        note "$1 restored"
    elif [[ -e $kept.absent ]]; then
        rm -f -- "$1" "$kept.absent"
        note "$1 removed"
    fi
}

# ---- blocks: our lines in files that others write too ------------------------------------------------------------

block_is_sound() { # PATH
    local begins ends
    [[ -f $1 ]] || return 0
    begins=$(grep -cxF -e "$BLOCK_BEGIN" -- "$1") || true
    ends=$(grep -cxF -e "$BLOCK_END" -- "$1") || true
    [[ $begins == "$ends" && $begins -le 1 ]] || refuse "$1: the quorate block is damaged; put its two marks in order"
}

block_is_installed() { # PATH
    block_is_sound "$1"
    cmp -s <(printf '%s\n' "$BLOCK_BEGIN" && cat -- "$BUNDLE/blocks$1" && printf '%s\n' "$BLOCK_END") \
        <(sed -n "/^$BLOCK_BEGIN\$/,/^$BLOCK_END\$/p" "$1" 2>/dev/null) || change "$1: this export's lines are missing or differ"
}

text_without_block() { # PATH
    [[ ! -f $1 ]] || sed "/^$BLOCK_BEGIN\$/,/^$BLOCK_END\$/d" "$1"
}

install_block() { # PATH [FILTER COMMAND...]: replaces our lines; the other lines pass through the filter
    local path=$1 mode=0644 text
    shift
    block_is_sound "$path"
    keep_original "$path"
    [[ ! -e $path ]] || mode=$(stat -c %a -- "$path")
    text=$(text_without_block "$path" | if (($# > 0)); then "$@"; else cat; fi)
    {
        [[ -z $text ]] || printf '%s\n' "$text"
        printf '%s\n' "$BLOCK_BEGIN"
        cat -- "$BUNDLE/blocks$path"
        printf '%s\n' "$BLOCK_END"
    } | replace_file "$path" "$mode"
    note "$path: this export's lines installed"
}

remove_block() { # PATH: and what the filter had made a comment is a line again
    [[ -f $1 ]] || return 0
    block_is_sound "$1"
    grep -qxF -e "$BLOCK_BEGIN" -- "$1" || return 0
    text_without_block "$1" | sed 's/^# quorate: //' | replace_file "$1" "$(stat -c %a -- "$1")"
    note "$1: this export's lines removed"
}

# ---- packages and units ---------------------------------------------------------------------------------------------

unit_is_on() { # UNIT: enabled and running
    systemctl is-enabled --quiet -- "$1" 2>/dev/null || change "$1 does not start at boot" || return
    systemctl is-active --quiet -- "$1" || change "$1 does not run"
}

# The watchdog that systemd holds open, as the kernel calls it; nothing: it holds none.
systemd_watchdog() {
    local held
    held=$(find /proc/1/fd -lname '/dev/watchdog*' -printf '%l\n' | sed -n '$p')
    [[ $held == '' ]] || basename "${held/%watchdog/watchdog0}" # the first has both names
}

# By a kernel without CONFIG_WATCHDOG_SYSFS nobody is told: then it is taken for one that cannot.
can_be_stopped() { # WATCHDOG
    [[ $(cat "/sys/class/watchdog/$1/nowayout" 2>/dev/null) == 0 ]]
}

switch_off() { # UNIT: if there is one
    ! systemctl is-enabled --quiet -- "$1" 2>/dev/null || systemctl disable -- "$1"
    ! systemctl is-active --quiet -- "$1" || systemctl stop -- "$1"
}

restart_if_active() { # UNIT
    ! systemctl is-active --quiet -- "$1" || systemctl restart -- "$1"
}

reload_units() { # nothing to tell where systemd does not run
    [[ ! -d /run/systemd/system ]] || systemctl daemon-reload
}

unit_is_off() { # UNIT: or there is none
    if systemctl is-enabled --quiet -- "$1" 2>/dev/null || systemctl is-active --quiet -- "$1"; then
        change "$1 is on"
    fi
}

# ---- the LUN ----------------------------------------------------------------------------------------------------------

lun_paths() { # names of the SCSI disks (sda ...) that are this LUN
    local id
    for id in /sys/block/sd*/device/wwid; do
        [[ -r $id && $(tr -d '[:space:]' <"$id") == "$LUN_SYSFS_WWID" ]] || continue
        id=${id#/sys/block/}
        printf '%s\n' "${id%%/*}"
    done
}

device_wwid() { # DEVICE: what the kernel says that it is: WWID of a disk, uuid of a device-mapper map
    local real node
    real=$(readlink -e -- "$1") || return 1
    node=/sys/dev/block/$((16#$(stat -c %t -- "$real"))):$((16#$(stat -c %T -- "$real")))
    if [[ -r $node/dm/uuid ]]; then
        cat -- "$node/dm/uuid"
    elif [[ -r $node/device/wwid ]]; then
        tr -d '[:space:]' <"$node/device/wwid"
    fi
}

# Refuses unless DEVICE is the LUN of this export, as the kernel sees it.
require_lun() { # DEVICE
    local found
    [[ -b $1 ]] || refuse "$1 is not there, or is no block device"
    found=$(device_wwid "$1") || refuse "$1 cannot be identified"
    [[ $found != '' && $found == "$DEVICE_WWID" ]] || refuse "$1 is ${found:-without a WWID}, not $DEVICE_WWID"
}

# Refuses unless DEVICE is of exactly BYTES, unused, and holds nothing that any tool knows, nor data at either end.
require_blank() { # DEVICE BYTES
    local real node size found
    real=$(readlink -e -- "$1") || refuse "$1 is not there"
    [[ -b $real ]] || refuse "$1 is no block device"
    size=$(blockdev --getsize64 "$real") || refuse "$1: its size cannot be read"
    [[ $size == "$2" ]] || refuse "$1 has $size bytes, not $2"
    node=/sys/dev/block/$((16#$(stat -c %t -- "$real"))):$((16#$(stat -c %T -- "$real")))
    found=$(lsblk -nro MOUNTPOINT -- "$real" | tr -d '[:space:]')
    [[ -z $found ]] || refuse "$1 is mounted"
    [[ ! -d $node/holders || -z $(ls -A "$node/holders") ]] || refuse "$1 is in use by $(ls -A "$node/holders")"
    found=$(wipefs -n -- "$real") || refuse "$1: wipefs cannot read it"
    [[ -z $found ]] || refuse "$1 is not blank: $found"
    found=$(blkid -p -o export -- "$real" 2>&1) && refuse "$1 is not blank: $found"
    [[ -z $found ]] || refuse "$1: blkid says: $found"
    cmp -s -n 1048576 -- "$real" /dev/zero || refuse "$1: its first MiB is not zero: there is data that no tool knows"
    cmp -s -n 1048576 -i "$((size - 1048576)):0" -- "$real" /dev/zero ||
        refuse "$1: its last MiB is not zero: there is data that no tool knows"
}

probe() { # DEVICE NAME: one value of blkid's low-level probe (TYPE, UUID, LABEL); empty when there is none
    blkid -p -s "$2" -o value -- "$1" 2>/dev/null || true
}

is_formatted_for_this_stack() { # OCFS2 on DEVICE: the cluster stack and the cluster's name that it was made for
    local stats
    stats=$(debugfs.ocfs2 -R stats "$DEVICE" 2>/dev/null) || return 1
    grep -qE "Cluster stack: $OCFS2_STACK\$" <<<"$stats" && grep -qE "Cluster name: $CLUSTER\$" <<<"$stats"
}

is_mounted() { # the volume, at the mount point
    [[ $(findmnt -rn -o FSTYPE -M "$MOUNT_POINT" 2>/dev/null) == "$FS" ]]
}

has_mount_line() { # fstab on standard input
    awk -v m="$MOUNT_POINT" '!/^[ \t]*#/ && $2 == m { found = 1 } END { exit !found }'
}

require_mounted() {
    is_mounted || refuse "$MOUNT_POINT is not a mounted $FS file system"
}

node_tested() {
    mkdir -p /var/lib/quorate
    printf '%s\n' "${FENCING_MARKS[$SELF]}" >/var/lib/quorate/fencing-tested
}

require_tested_fencing() { # of this node; the steps before saw to the others
    [[ $(cat /var/lib/quorate/fencing-tested 2>/dev/null) == "${FENCING_MARKS[$SELF]}" ]] ||
        refuse "the fencing of this node was never tried: step fencing-test or self-fencing-test"
}

# What came from another tool is as strict as what provision.sh sends.
node_secrets() {
    local name
    for name in "${SECRET_NAMES[@]}"; do
        [[ -s $SECRETS/$name ]] || refuse "the secret $name is not on this node"
        [[ $name == fence-xvm ]] || refuse_unsound_secret "$name" "$(cat -- "$SECRETS/$name" && printf x)"
    done
}

# ---- facts and cross-node tests ----------------------------------------------------------------------------------

node_facts() {
    printf 'hostname=%s\n' "$(hostname)"
    printf 'machine_id=%s\n' "$(cat /etc/machine-id 2>/dev/null)"
    printf 'boot_id=%s\n' "$(cat /proc/sys/kernel/random/boot_id)"
    printf 'epoch=%s\n' "$(date +%s)"
    [[ -z ${CONTROL_EPOCH:-} ]] || printf 'skew=%s\n' "$(($(date +%s) - CONTROL_EPOCH))"
    printf 'initiator=%s\n' "$(sed -n 's/^InitiatorName=//p' /etc/iscsi/initiatorname.iscsi 2>/dev/null)"
    printf 'cluster_mounts=%s\n' "$(findmnt -rn -t ocfs2,gfs2 -o TARGET | tr '\n' ' ')"
    printf 'fencing_tested=%s\n' "$(cat /var/lib/quorate/fencing-tested 2>/dev/null)"
}

# The tests across nodes write as the owner of the data: in a directory of his, root could be led astray by links.
# shellcheck disable=SC2016 # expanded by the shell that runs it
readonly PROBE='
    set -u
    file=$2
    case $1 in
    token) head -c 64 /dev/urandom | od -An -tx1 >"$file.new" && sync "$file.new" && mv -T "$file.new" "$file" && sha256sum <"$file" ;;
    sum) sha256sum <"$file" ;;
    gone) rm -f "$file" "$file.new" "$file.lock" "$file.lines" "$file.enough" ;;
    holds)
        exec 8>>"$file.lock"
        flock -n 8 || exit 9
        rm -f "$file.enough"
        echo held
        for ((i = 0; i < $3; i++)); do
            [[ ! -e $file.enough ]] || break
            sleep 1
        done ;;
    enough) : >"$file.enough" ;;
    append)
        for ((i = 0; i < $3; i++)); do
            exec 8>>"$file.lock"
            flock 8 && printf "%s %04d intact\n" "$4" "$i" >>"$file.lines" || exit
            exec 8>&-
        done ;;
    intact) grep -cE "^[a-z0-9-]+ [0-9]{4} intact\$" "$file.lines" ;;
    esac'

node_probe() { # WHAT WORD [SECONDS, OR LINES]
    [[ $2 =~ ^[A-Za-z0-9]+$ && ${3:-0} =~ ^[0-9]+$ ]] || refuse "not a word and a number: $2 ${3:-}"
    require_mounted
    setpriv --reuid "${OWNER_UID:-0}" --regid "${OWNER_GID:-0}" --clear-groups \
        bash -c "$PROBE" probe "$1" "$MOUNT_POINT/.quorate-probe-$2" "${3:-0}" "$SELF"
}

node_health() {
    health_common
    health_stack
}

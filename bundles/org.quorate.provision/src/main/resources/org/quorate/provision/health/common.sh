# Reads only. Each line: ok, or the word PROBLEM first.
health_say() { # WHAT COMMAND...
    local what=$1 out
    shift
    if out=$("$@" 2>&1); then
        say "ok       $what"
    else
        say "PROBLEM  $what"
        tail -n 12 <<<"$out" | awk '{ print "         " $0 }'
    fi
}

health_common() {
    health_say "iSCSI sessions to $LUN_IQN" sessions_are_up
    health_say "the LUN is there, with its size and WWID" lun_is_right
    health_say "$MOUNT_POINT is a mounted $FS file system" is_mounted
    health_say "the clock is synchronised" clock_is_synchronised
}

sessions_are_up() {
    local portal
    for portal in "${LUN_PORTALS[@]}"; do
        session_is_up "$portal" || return 1
    done
}

session_is_up() { # PORTAL
    iscsiadm -m session 2>/dev/null |
        awk -v p="$1" -v t="$LUN_IQN" '{ sub(/,.*/, "", $3) } $3 == p && $4 == t { found = 1 } END { exit !found }'
}

lun_is_right() {
    (
        require_lun "$DEVICE"
        [[ $(blockdev --getsize64 "$DEVICE") == "$LUN_BYTES" ]] || refuse "$DEVICE has another size than $LUN_BYTES"
    )
}

clock_is_synchronised() {
    timedatectl | grep 'synchronized: yes' >/dev/null
}

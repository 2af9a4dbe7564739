#!/bin/bash
# SCSI-3 persistent reservations on the LUN, for an application that does its own locking: this node's key on every path, and
# one reservation for all nodes. They keep out who has no key; they lock nothing between those who have one.
#
#   quorate-reservation capable      whether the LUN can do what the scenario wants
#   quorate-reservation register     this node's key on every path, if it is not there
#   quorate-reservation boot         the same, as soon as the LUN is there: waits for it for a minute
#   quorate-reservation registered   whether this node's key is there, on every path
#   quorate-reservation reserve      takes the reservation for all nodes, if nobody has it and all have registered
#   quorate-reservation verify       this node's key is there, and the reservation is ours and of the right type
#   quorate-reservation show         keys and reservation
#   quorate-reservation unregister   takes this node's key away; with the last one the reservation goes
#
# Exit code: 0 yes or done, 1 failed, 2 refused: someone else uses reservations here, 3 not so.
set -euo pipefail
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH LC_ALL=C
# DEVICE, MULTIPATH, PATH_COUNT, KEY (this node's), KEYS (of all nodes), TYPE, APTPL
# shellcheck source=/dev/null
. "${QUORATE_RESERVATION:-/etc/quorate/reservation}"

refuse() {
    printf 'REFUSED: %s\n' "$*" >&2
    exit 2
}

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}

no() {
    printf '%s\n' "$*"
    exit 3
}

pr_in() { # SERVICE-ACTION
    if [[ $MULTIPATH == yes ]]; then
        mpathpersist --in "$1" "$DEVICE"
    else
        sg_persist --no-inquiry --in "$1" "$DEVICE"
    fi
}

# With several paths, mpathpersist sends a registration down each of them, and later ones get it from multipathd. Whether the
# LUN keeps registrations through a loss of power is what its last REGISTER said (SPC-4 5.13.5, APTPL): every one says it.
pr_out() { # ARGUMENT...
    if [[ $1 == --register && $APTPL == yes ]]; then
        set -- "$@" --param-aptpl
    fi
    if [[ $MULTIPATH == yes ]]; then
        mpathpersist --out "$@" "$DEVICE"
    else
        sg_persist --no-inquiry --out "$@" "$DEVICE"
    fi
}

type_name() {
    case $TYPE in
    5) printf 'Write Exclusive, registrants only\n' ;;
    7) printf 'Write Exclusive, all registrants\n' ;;
    8) printf 'Exclusive Access, all registrants\n' ;;
    *) refuse "type $TYPE locks out the other nodes" ;;
    esac
}

keys() { # registered now, as hexadecimal digits without zeros before them, a line each
    pr_in --read-keys | sed -n 's/^[[:space:]]*0x0*\([0-9a-fA-F]\{1,16\}\)[[:space:]]*$/\1/p' | tr A-F a-f
}

plain() { # KEY: as keys tells it
    printf '%x\n' "0x$1"
}

# The upper half of a key is of this cluster and LUN, so that a node that has left is still known as one of ours.
is_ours() { # KEY
    local full
    printf -v full '%016x' "0x$1"
    [[ ${full:0:8} == "${KEY:0:8}" ]]
}

require_no_foreign_key() {
    local key found
    found=$(keys) || fail "the keys of $DEVICE cannot be read"
    for key in $found; do
        is_ours "$key" || refuse "the key 0x$key is of no node of this cluster: someone else uses reservations on $DEVICE"
    done
}

has() { # NAME, of a capability or type: 1 in the report
    grep -qE "^[[:space:]]*$1: *1[[:space:]]*\$" <<<"$report"
}

do_capable() {
    local name
    name=$(type_name)
    report=$(pr_in --report-capabilities) || refuse "$DEVICE knows no persistent reservations"
    if [[ $APTPL == yes ]]; then
        has '.*\(PTPL_C\)' || refuse "the target does not keep reservations through a loss of power (PTPL_C is 0); the scenario wants it"
    fi
    if has '.*\(TMV\)'; then
        has "$name" || refuse "the target does not know the type $name"
    else
        printf 'the target does not tell the types that it knows (TMV is 0)\n'
    fi
    # Each path is registered by itself, so one registration for all ports of the target is not needed.
    has '.*\(ATP_C\)' || printf 'ATP_C is 0: every path is registered by itself, which is done here anyway\n'
}

# A key that changes to itself: the target takes that from this initiator only if it is registered under that key.
confirm_registration() {
    pr_out --register "--param-rk=$KEY" "--param-sark=$KEY" >/dev/null 2>&1
}

# At boot udev, and multipathd with its map, need a moment after the login: without the key the cluster would not start.
await_device() {
    local i
    for ((i = 0; i < 60; i++)); do
        [[ ! -e $DEVICE ]] || return 0
        sleep 1
    done
    fail "$DEVICE is not there"
}

do_boot() {
    await_device
    do_register
}

do_register() {
    require_no_foreign_key
    if confirm_registration; then
        return 0
    fi
    # From an initiator that has another key already, the target refuses this.
    pr_out --register --param-rk=0 "--param-sark=$KEY" || refuse "the target takes no new key from this node: it has another one there"
    confirm_registration || fail "the key was taken, and is not there"
}

reservation() { # prints key and type of the reservation, if there is one
    pr_in --read-reservation | tr -d '\n' |
        sed -n 's/.*Reservation follows:[^K]*Key *= *0x0*\([0-9a-fA-F]*\).*type *[:=] *\([A-Z][A-Za-z]* [A-Z][a-z]*\(, [a-z ]*\)\{0,1\}\).*/\1|\2/p'
}

reservation_is_ours() { # or there is none: 1
    local found key name there
    found=$(reservation)
    [[ $found != '' ]] || return 1
    key=$(tr A-F a-f <<<"${found%%|*}")
    name=$(type_name)
    there=${found#*|}
    there=${there%"${there##*[![:space:]]}"}
    [[ $there == "$name" ]] || refuse "there is a reservation of another type: $there"
    # All registrants hold those of type 7 and 8: their key is 0.
    [[ ${key:-0} == 0 ]] || is_ours "$key" || refuse "the key 0x$key holds the reservation, and is of no node of this cluster"
}

do_reserve() {
    local key registered
    registered=$(type_name) # refuses what would lock out the other nodes
    require_no_foreign_key
    ! reservation_is_ours || return 0
    registered=$(keys)
    for key in "${KEYS[@]}"; do
        grep -qx "$(plain "$key")" <<<"$registered" || no "not reserved: the node of key 0x$key has not registered, and would be locked out"
    done
    pr_out --reserve "--param-rk=$KEY" "--prout-type=$TYPE" ||
        printf 'the target did not take the reservation; another node may have been faster\n'
    reservation_is_ours || fail "there is no reservation"
}

do_registered() {
    local count
    require_no_foreign_key
    count=$(registrations)
    ((count >= PATH_COUNT)) || no "this node's key is registered on $count of $PATH_COUNT paths"
}

do_verify() {
    do_registered
    reservation_is_ours || no "nobody holds the reservation"
}

do_show() {
    pr_in --read-keys
    pr_in --read-reservation
}

registrations() { # of this node's key
    local found
    found=$(keys) || fail "the keys of $DEVICE cannot be read"
    grep -cx "$(plain "$KEY")" <<<"$found" || true
}

# Sessions of former logins may still be registered under this node's key. Another key, which is of no node, takes that away.
drop_old_registrations() {
    local other=${KEY:0:8}ffffffff
    if [[ $MULTIPATH == yes ]]; then
        printf 'the key 0x%s is registered for former sessions too; --preempt from another node takes them away\n' "$KEY"
        return
    fi
    pr_out --register "--param-rk=$KEY" "--param-sark=$other"
    pr_out --preempt "--param-rk=$other" "--param-sark=$KEY" "--prout-type=$TYPE"
    pr_out --register "--param-rk=$other" "--param-sark=$KEY"
}

do_unregister() {
    local count
    count=$(registrations)
    ((count > 0)) || return 0
    do_register
    count=$(registrations)
    ((count <= PATH_COUNT)) || drop_old_registrations
    pr_out --register "--param-rk=$KEY" --param-sark=0
    if [[ $(keys) != '' && $(reservation) == '' ]]; then
        printf 'this node held the reservation: one of the others takes it again, by quorate-reservation reserve\n'
    fi
}

case ${1:-} in
capable | boot | register | registered | reserve | verify | show | unregister) "do_$1" ;;
*) sed -n '2,/^set/{/^set/!s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" ;;
esac

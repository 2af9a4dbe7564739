# shellcheck shell=bash
# What provision.sh needs to work on the nodes. Sourced, never run.

declare -A FACTS
CHOSEN=()

# ---- steps ------------------------------------------------------------------------------------------------------------

chosen_steps() { # COMMA-SEPARATED (empty: all) GROWTH (empty: none)
    local step list order=("${STEPS[@]}")
    if [[ $2 != '' ]]; then
        [[ -n ${GROWTH[$2]:-} ]] || refuse "--grow lun, slots or node"
        read -r -a order <<<"${GROWTH[$2]}"
    fi
    if [[ $1 == '' ]]; then
        CHOSEN=("${order[@]}")
        return
    fi
    IFS=, read -r -a list <<<"$1"
    for step in "${list[@]}"; do
        [[ " ${order[*]} " == *" $step "* ]] || refuse "no such step: $step (see --list)"
    done
    for step in "${order[@]}"; do
        [[ ",$1," != *",$step,"* ]] || CHOSEN+=("$step")
    done
}

list_steps() {
    local step
    for step in "${CHOSEN[@]}"; do
        printf '%-22s %-11s %-15s %s\n' "$step" "${WHERE[$step]}" "${RISKS[$step]}" "${TITLES[$step]}"
    done
}

nodes_of() { # STEP: the indices of the nodes that it runs on
    if [[ ${WHERE[$1]} == 'each node' ]]; then
        printf '%s\n' "${!NODE_NAMES[@]}"
    else
        printf '0\n'
    fi
}

# What a node prints goes to a terminal: no control characters but line ends.
printable() {
    tr -d '\000-\010\013-\037\177'
}

# Runs one step everywhere that it belongs; sets RESULT.
run_everywhere() { # STEP MODE
    local indices at
    RESULT=0
    if [[ ${WHERE[$1]} == 'admin host' ]]; then
        say "[here] $1: ${TITLES[$1]}"
        run_step "$1" "$2"
        RESULT=$?
        return 0
    fi
    mapfile -t indices < <(nodes_of "$1")
    for ((at = 0; at < ${#indices[@]}; at += AT_ONCE)); do
        run_at_once "$1" "$2" "${indices[@]:at:AT_ONCE}"
        [[ $2 == plan || $RESULT == 0 ]] || return
    done
}

# On these nodes at the same time. What each says is shown in their order: of the first at once, of the others when it is their
# turn.
run_at_once() { # STEP MODE INDEX...
    local step=$1 mode=$2 said=() i code file
    shift 2
    for i; do
        rm -f -- "$SSH_RUN/code-$i"
        exec {file}< <(
            node "$i" "$mode" "$step" | printable
            printf '%s\n' "${PIPESTATUS[0]}" >"$SSH_RUN/code-$i"
        )
        said[i]=$file
    done
    for i; do
        file=${said[i]}
        cat <&"$file"
        exec {file}<&-
        code=$(cat -- "$SSH_RUN/code-$i" 2>/dev/null)
        case $code in
        0) ;;
        3) [[ $RESULT != 0 ]] || RESULT=3 ;;
        1 | 2 | 4) RESULT=$code ;;
        *) note "FAILED: no answer from ${NODE_NAMES[i]} (ssh)" && RESULT=1 ;;
        esac
    done
}

admin_run() { # MODE
    local step changes=0 problems=0
    for step in "${CHOSEN[@]}"; do
        run_everywhere "$step" "$1"
        case $RESULT in
        0) ;;
        3) changes=$((changes + 1)) ;;
        *)
            problems=$((problems + 1))
            [[ $1 == plan ]] || return "$RESULT"
            ;;
        esac
    done
    if [[ $1 == apply ]]; then
        say "All steps are done. Now: ./post-check.sh"
    else
        say "Dry run: $changes of ${#CHOSEN[@]} steps would change something, $problems would not start. Nothing was changed."
    fi
    ((problems == 0)) || return "$REFUSED"
}

admin_undo() { # MODE
    local k
    [[ $1 == plan ]] || confirm CONFIRM_ROLLBACK "$CLUSTER" "rolling back stops the cluster $CLUSTER on all nodes; data stays"
    for ((k = ${#CHOSEN[@]} - 1; k >= 0; k--)); do
        if [[ $1 == plan ]]; then
            say "would undo ${CHOSEN[k]} (${WHERE[${CHOSEN[k]}]}): ${TITLES[${CHOSEN[k]}]}"
        else
            run_everywhere "${CHOSEN[k]}" undo
            ((RESULT == 0)) || return "$RESULT"
        fi
    done
}

# ---- nodes ------------------------------------------------------------------------------------------------------------

open_connections() {
    SSH_RUN=$(mktemp -d)
    trap close_connections EXIT
    ssh_options=(-o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=10 -o ServerAliveInterval=15
        -o ControlMaster=auto -o "ControlPath=$SSH_RUN/%C" -o ControlPersist=60)
}

close_connections() {
    local socket
    for socket in "$SSH_RUN"/*; do
        [[ ! -S $socket ]] || ssh -o "ControlPath=$socket" -O exit quorate >/dev/null 2>&1
    done
    rm -rf -- "$SSH_RUN"
}

# QUORATE_SSH is set by Quorate itself (quorate apply), to what speaks with the nodes over its own connections.
ssh_as_root() { # ADDRESS COMMAND ARGUMENT...: standard input goes to the command
    local address=$1 line
    shift
    printf -v line '%q ' "$@"
    [[ ${SSH_SUDO:-no} != yes ]] || line="sudo -n $line"
    "${QUORATE_SSH:-ssh}" "${ssh_options[@]}" -l "${SSH_USER:-root}" -- "$address" "$line"
}

remote() { # INDEX COMMAND ARGUMENT...
    local index=$1
    shift
    ssh_as_root "${NODE_ADDRESSES[index]}" "$@"
}

arbiter() { # COMMAND ARGUMENT...
    ssh_as_root "$QUORUM_DEVICE" "$@"
}

# This export's node.sh on a node, from a copy that lives only as long as it runs.
node() { # INDEX VERB [ARGUMENT]...
    local index=$1 verb=$2 unpack
    shift 2
    # shellcheck disable=SC2016 # the node's shell expands it
    unpack='set -e
        umask 077
        folder=$(mktemp -d)
        trap "rm -rf -- \"$folder\"" EXIT
        tar -xf - -C "$folder"
        bash "$folder/node.sh" "$@"'
    tar -C "$BUNDLE" --owner=0 --group=0 -cf - . |
        remote "$index" env "CONFIRM_WWID=${CONFIRM_WWID:-}" bash -c "$unpack" quorate "$verb" --as "${NODE_NAMES[index]}" "$@"
}

read_facts() { # INDEX
    local key value text
    text=$(node "$1" facts) || fail "${NODE_NAMES[$1]} does not answer"
    FACTS=()
    while IFS='=' read -r key value; do
        # A node is not trusted to say anything but words: its answers are compared and shown here.
        [[ $key =~ ^[a-z_]+$ && $value =~ ^[A-Za-z0-9._:/\ -]*$ ]] || fail "${NODE_NAMES[$1]} answers nonsense"
        FACTS[$key]=$value
    done <<<"$text"
    [[ ${FACTS[epoch]:-} =~ ^[0-9]{1,12}$ ]] || fail "${NODE_NAMES[$1]} does not tell the time"
}

all_differ() { # VALUE...
    [[ $(printf '%s\n' "$@" | sort -u | wc -l) == "$#" ]]
}

within() { # SECONDS...: no two are more than 5 apart
    local least most
    least=$(printf '%s\n' "$@" | sort -n | sed -n 1p)
    most=$(printf '%s\n' "$@" | sort -n | sed -n '$p')
    ((most - least <= 5))
}

# ---- secrets ----------------------------------------------------------------------------------------------------------

read_secret() { # INDEX: prints it, without a line's end
    local place=${SECRET_PLACES[$1]} value=''
    if [[ ${SECRET_NAMES[$1]} == fence-xvm && ${SECRET_KINDS[$1]} == file ]]; then
        cat -- "$place" 2>/dev/null # a key of any bytes
        return
    fi
    case ${SECRET_KINDS[$1]} in
    env) value=${!place:-} ;;
    file) value=$(cat -- "$place" 2>/dev/null) ;;
    vault) value=$(vault kv get -field="${place#*#}" -- "${place%%#*}" 2>/dev/null) ;;
    esac
    printf '%s' "$value"
}

require_secret() { # INDEX
    local value
    if [[ ${SECRET_NAMES[$1]} == fence-xvm && ${SECRET_KINDS[$1]} == file ]]; then
        [[ -s ${SECRET_PLACES[$1]} ]] || refuse "${SECRET_PLACES[$1]} is missing or empty"
        return 0
    fi
    value=$(read_secret "$1")
    [[ $value != '' ]] || refuse "the secret ${SECRET_NAMES[$1]} is not in ${SECRET_KINDS[$1]}:${SECRET_PLACES[$1]}"
    refuse_unsound_secret "${SECRET_NAMES[$1]}" "${value}x"
}

# ---- fencing tests ----------------------------------------------------------------------------------------------------

fencing_was_tested() { # INDEX
    read_facts "$1"
    [[ ${FACTS[fencing_tested]} == "${FENCING_MARKS[${NODE_NAMES[$1]}]}" ]]
}

fencing_was_tested_everywhere() {
    local i
    for i in "${!NODE_NAMES[@]}"; do
        fencing_was_tested "$i" || change "${NODE_NAMES[i]}: fencing was never tried"
    done
}

mark_fencing_tested() { # INDEX
    node "$1" tested
}

is_unmounted() { # INDEX [TYPE]: nothing, or nothing of that type, is mounted there
    local code=0 type=()
    [[ -z ${2:-} ]] || type=(-t "$2")
    # bash before 4.4 takes an array without elements for unset.
    remote "$1" findmnt -rn ${type[@]+"${type[@]}"} -M "$MOUNT_POINT" >/dev/null 2>&1 </dev/null || code=$?
    ((code <= 1)) || fail "${NODE_NAMES[$1]} does not tell whether $MOUNT_POINT is mounted"
    ((code == 1))
}

is_held() { # INDEX: kept off the volume until its fencing was tried
    local code=0
    node 0 held "${NODE_NAMES[$1]}" >/dev/null || code=$?
    ((code == 0 || code == 9)) || fail "${NODE_NAMES[0]} does not tell whether ${NODE_NAMES[$1]} is kept off the volume"
    return "$code"
}

has_restarted() { # INDEX OLD-BOOT-ID
    local now
    now=$(remote "$1" cat /proc/sys/kernel/random/boot_id </dev/null 2>/dev/null) || return 1
    [[ $now =~ ^[0-9a-f-]{36}$ && $now != "$2" ]]
}

await_restart() { # INDEX OLD-BOOT-ID
    wait_until 900 has_restarted "$1" "$2"
}

# ---- after everything -------------------------------------------------------------------------------------------------

admin_post_check() {
    local i problems=0
    for i in "${!NODE_NAMES[@]}"; do
        say "== ${NODE_NAMES[i]}"
        node "$i" health | printable | tee "$SSH_RUN/health"
        problems=$((problems + $(grep -c '^PROBLEM' "$SSH_RUN/health")))
    done
    if ((problems == 0)); then
        run_cross_test || problems=$((problems + 1))
    fi
    if ((problems > 0)); then
        say "$problems problems"
        return "$FAILED"
    fi
    say "No problems."
}

run_cross_test() {
    local word result lines=${PROBE_LINES:-1000}
    [[ $lines =~ ^[1-9][0-9]{0,3}$ ]] || refuse "PROBE_LINES is a number from 1 to 9999"
    word=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \n')
    (
        set -e
        cross_test "$word" "$lines"
    )
    result=$?
    node 0 probe gone "$word"
    return "$result"
}

# What one node writes, all others read; a lock of one node holds off the others; no appended line is lost or torn.
cross_test() { # WORD LINES-OF-EACH
    local i sum count=${#NODE_NAMES[@]} other code
    sum=$(node 0 probe token "$1")
    for i in "${!NODE_NAMES[@]}"; do
        other=$(node "$i" probe sum "$1")
        [[ $other == "$sum" ]] || fail "${NODE_NAMES[i]} reads something else than ${NODE_NAMES[0]} wrote"
    done
    say "ok       what ${NODE_NAMES[0]} wrote, all nodes read"
    exec 7< <(node 0 probe holds "$1" "$((10 + 5 * count))")
    IFS= read -r other <&7
    [[ $other == held ]] || fail "${NODE_NAMES[0]} cannot lock a file"
    for ((i = 1; i < count; i++)); do
        code=0
        node "$i" probe holds "$1" 0 >/dev/null || code=$?
        [[ $code != 0 ]] || fail "${NODE_NAMES[i]} gets a lock that ${NODE_NAMES[0]} holds"
        [[ $code == 9 ]] || fail "${NODE_NAMES[i]} could not try the lock (code $code)"
    done
    node 0 probe enough "$1"
    cat <&7 >/dev/null # it is free again
    exec 7<&-
    say "ok       a lock of ${NODE_NAMES[0]} holds off the others"
    local jobs=()
    for i in "${!NODE_NAMES[@]}"; do
        node "$i" probe append "$1" "$2" &
        jobs+=("$!")
    done
    for i in "${jobs[@]}"; do
        wait "$i" || fail "appending failed"
    done
    other=$(node 0 probe intact "$1")
    [[ $other == "$((count * $2))" ]] || fail "$((count * $2)) lines were appended, $other are there and intact"
    say "ok       $other lines, appended by all nodes at once, are intact"
}

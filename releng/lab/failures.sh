# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# Failures for real: each is made on nodes that work, and what happens is put beside what ./quorate fail has foretold. Sourced
# by releng/lab/lab, not run.
#
# What the nodes do and log comes out by files in RUN/power, not over a network that is cut: a line an operation of guest/probe,
# and the journal as it is written. Moments are the nodes' wall clocks, which are all this machine's; a message of a kernel has
# the moment at which journald took it.
# shellcheck disable=SC2154 # label is releng/lab/lab's

: "${run:?the folder of the run}" "${home:?the checkout}" "${here:?the folder of the lab}" "${node_ssh:?of nodes.sh}" "${patience:?of nodes.sh}"
live=$run/power/log # written by the nodes

# What is foretold, and how it shows: NAME/COMPONENT/WORDS OF ./quorate fail/WORDS OF THE LOGS. The last is the last to happen.
# BOX before the words: of the box itself; ALL: it has happened when the last node that says so has said it.
phases() {
    if [[ $FS == gfs2 ]]; then
        cat <<END
the token is missed/corosync/misses the token/corosync.*A processor failed
a membership without it/corosync/forms a membership/corosync.*A new membership .* Members left
fenced/pacemaker/has fenced/pacemaker-fenced.*Operation .(reboot|off). .*: OK
recovery of locks ends/dlm/has rebuilt/ALL kernel: dlm: ${LOCK_TABLE#*:}: dlm_recover [0-9]+ generation [0-9]+ done
its journal is replayed/gfs2/has replayed/kernel: gfs2: .*jid=[0-9]+: Done
END
    else
        cat <<'END'
the connection is found silent/o2net/idle/kernel: o2net: Connection to node .* has been idle
the nodes agree that all hang/o2hb/agrees among/kernel: o2hb: all nodes hb write hung
fences itself/o2quo/fences itself/BOX ended, code
declared dead/o2hb/declares/kernel: o2cb: o2dlm has evicted node
recovery of locks begins/o2dlm/begins recovery/kernel: o2dlm: Begin recovery
recovery of locks ends/o2dlm/recovery of .* ends/ALL kernel: o2dlm: End recovery
its journal is replayed/ocfs2/has replayed/kernel: ocfs2: End replay journal
END
    fi
}

# ---- what is foretold --------------------------------------------------------------------------------------------------

# Cells of a line of CSV, for awk.
# shellcheck disable=SC2016 # it is awk's
csv_cells='function cells(line, cell,    n) {
    for (n = 0; line != ""; n++) {
        if (match(line, /^"([^"]|"")*"/)) cell[n + 1] = substr(line, 2, RLENGTH - 2)
        else if (match(line, /^[^,]*/)) cell[n + 1] = substr(line, 1, RLENGTH)
        line = substr(line, RLENGTH + 2)
    }
    return n
}'

foretell() { # FILE WHAT...
    (exec 7>&- && "$home/quorate" fail "$planned" -q --csv --what "${@:2}") >"$1"
}

# LEAST MEDIAN MOST, in seconds, of the first step that says so; nothing where none does.
foretold() { # FILE COMPONENT WORDS
    awk -v component="$2" -v words="$3" -v label="$label" "$csv_cells"'
        { cells($0, c) }
        (label == "" || c[1] == label) && c[2] != "advice" && c[4] == component && c[5] ~ words && c[8] != "" {
            printf "%.1f %.1f %.1f\n", c[7] / 1e9, c[8] / 1e9, c[9] / 1e9
            exit
        }' "$1"
}

foretold_stall() { # FILE
    awk -v label="$label" "$csv_cells"'
        { cells($0, c) }
        (label == "" || c[1] == label) && c[2] == "longest-stall" && c[8] != "" {
            printf "%.1f %.1f %.1f\n", c[7] / 1e9, c[8] / 1e9, c[9] / 1e9
        }' "$1"
}

# What becomes of a node, in a word or two; several of them where it is not sure.
foretold_end() { # FILE NODE
    awk -v node="$2" -v label="$label" "$csv_cells"'
        { cells($0, c) }
        (label == "" || c[1] == label) && c[2] == "node" && c[3] == node {
            end = c[5] ~ /is down/ ? "down" : c[5] ~ /go on/ ? "goes on" : c[5]
            if (index(ends, end) == 0) ends = ends (ends == "" ? "" : " or ") end
        }
        END { print ends }' "$1"
}

# ---- what happened -----------------------------------------------------------------------------------------------------

# SECONDS NODE of who says so first, or last, after the moment, by the files NODE.log of a folder, and box.log for the box itself.
happened() { # FOLDER WORDS
    local file words=${2#ALL } moment which=(head -n 1)
    [[ $2 != ALL* ]] || which=(tail -n 1)
    moment=$(<"$1/moment")
    if [[ $words == BOX* ]]; then
        awk -v moment="$moment" -v words="${words#BOX }" '$2 + 0 >= moment + 0 && $3 != "target" && $0 ~ words { print $2 - moment, $3; exit }' "$1/box.log"
        return
    fi
    for file in "$1"/*.log; do
        [[ $file == */box.log ]] || awk -v moment="$moment" -v words="$words" \
            '$1 + 0 >= moment + 0 && $0 ~ words { print $1 - moment, $2; exit }' "$file"
    done | sort -n | "${which[@]}"
}

# Nodes that the box has seen end, or has ended, since the moment.
died() { # FOLDER
    awk -v moment="$(<"$1/moment")" '$2 + 0 < moment + 0 { next } $3 == "off" { print $4 } $4 == "ended," { print $3 }' "$1/box.log" |
        grep -vx target | sort -u
}

# Seconds of the longest operation that was not over at the moment, or began later.
longest_stall() { # FOLDER NODE
    awk -v moment="$(<"$1/moment")" '$3 != "take" && $1 + $2 >= moment + 0 && $2 + 0 > most + 0 { most = $2 }
        END { printf "%.1f\n", most }' "$1/$2.ops"
}

# Has an operation on a shared file that began later than so many seconds after the moment gone well?
goes_on() { # FOLDER NODE SECONDS
    awk -v after="$3" -v moment="$(<"$1/moment")" '$3 == "shared" && $4 == "ok" && $1 + 0 > moment + after { found = 1; exit }
        END { exit !found }' "$1/$2.ops"
}

failed_operations() { # FOLDER NODE
    awk -v moment="$(<"$1/moment")" '$4 != "ok" && $1 + $2 >= moment + 0 { n++ } END { print n + 0 }' "$1/$2.ops"
}

# ---- side by side ------------------------------------------------------------------------------------------------------

# Rows of the table, an empty cell where it was not foretold or not seen.
compare() { # FOLDER FAILURE
    local name component words logged node
    printf 'failure,what,predicted_least_s,predicted_median_s,predicted_most_s,actual_s,node\n'
    while IFS=/ read -r name component words logged; do
        row "$2" "$name" "$(foretold "$1/predicted.csv" "$component" "$words")" "$(happened "$1" "$logged")"
    done < <(phases)
    for node in "${NODE_NAMES[@]}"; do
        [[ " $(died "$1" | tr '\n' ' ')" != *" $node "* ]] || continue
        row "$2" "longest stall" "$(foretold_stall "$1/predicted.csv")" "$(longest_stall "$1" "$node") $node"
    done
    [[ ! -s $1/take.ops ]] || row "$2" "its lock is another's" '' "$(taken_after "$1") ${NODE_NAMES[0]}"
}

row() { # FAILURE WHAT PREDICTED ACTUAL
    local least='' median='' most='' seconds='' node=''
    [[ -z $3 ]] || read -r least median most <<<"$3"
    [[ -z ${4% *} ]] || read -r seconds node <<<"$4"
    [[ -n $median$seconds ]] || return 0
    [[ -z $seconds ]] || seconds=$(printf '%.1f' "$seconds")
    printf '%s,%s,%s,%s,%s,%s,%s\n' "$1" "$2" "$least" "$median" "$most" "$seconds" "$node"
}

taken_after() { # FOLDER: nothing, unless it was taken after the moment
    awk -v moment="$(<"$1/moment")" '$3 == "take" && $4 == "ok" && $1 + $2 > moment + 0 { print $1 + $2 - moment }' "$1/take.ops"
}

# Was a synced write of the node under way when the target went on: had it to wait for that?
has_waited() { # FOLDER NODE
    awk -v end="$(<"$1/end")" '$3 == "own" && $1 + 0 < end + 0 && $1 + $2 > end + 0 { found = 1; exit } END { exit !found }' "$1/$2.ops"
}

# The same for a person, and what became of the nodes.
show() { # FOLDER
    local failure what least median most seconds node name said
    printf '         %-32s %-28s %s\n' '' predicted actual
    while IFS=, read -r failure what least median most seconds node; do
        [[ $failure != failure ]] || continue
        said='no word of it'
        [[ -z $median ]] || said="$median s"
        [[ $least == "$most" ]] || said="$said ($least to $most s)"
        printf '         %-32s %-28s %s\n' "$what" "$said" "${seconds:+$seconds s, }${node:-not seen}"
    done <"$1/table.csv"
    for name in "${NODE_NAMES[@]}"; do
        printf '         %-32s %-28s %s\n' "$name" "$(foretold_end "$1/predicted.csv" "$name")" "$(end_of "$1" "$name")"
    done
}

end_of() { # FOLDER NODE
    local errors
    if died "$1" | grep -qx "$2"; then
        printf 'down\n'
        return
    fi
    errors=$(failed_operations "$1" "$2")
    if ((errors > 0)); then
        printf 'goes on, %s operations failed\n' "$errors"
    else
        printf 'goes on\n'
    fi
}

# ---- making it happen --------------------------------------------------------------------------------------------------

folder_here=/run/lab-power/log # $live, as a node sees it

# A program on a node that needs no connection from here; its lines go to a file here.
start_on() { # NODE UNIT FILE COMMAND...
    on "$1" "systemctl stop $2 2>/dev/null; systemctl reset-failed $2 2>/dev/null
        systemd-run -q --collect --unit=$2 -p StandardOutput=append:$folder_here/$3 -p TimeoutStopSec=20s ${*:4}"
}

start_work() { # HOLDER|-
    local name probe=/usr/lib/quorate-lab/probe place=$MOUNT_POINT/.lab-fail
    rm -rf --one-file-system "$live"
    mkdir -p "$live"
    on "${NODE_NAMES[0]}" "rm -rf --one-file-system $place && mkdir $place" || return
    for name in "${NODE_NAMES[@]}"; do
        start_on "$name" lab-log "$name.log" journalctl -f -n 0 -o short-unix || return
        start_on "$name" lab-work "$name.ops" "$probe" work "$name" "$place" || return
    done
    if [[ $1 != - ]]; then
        start_on "$1" lab-hold hold.ops "$probe" hold "$1" "$place" || return
        until_it grep -q ' hold ok$' "$live/hold.ops" || return
        start_on "${NODE_NAMES[0]}" lab-take take.ops "$probe" take "${NODE_NAMES[0]}" "$place" || return
    fi
    for name in "${NODE_NAMES[@]}"; do
        until_it has_done "$live/$name.ops" 60 || return
    done
    [[ $1 == - ]] || is_waited_for "$live/take.ops"
}

has_done() { # FILE OPERATIONS
    [[ -e $1 ]] && (($(grep -c ' ok$' "$1") >= $2))
}

is_waited_for() { # FILE: of who wants the lock
    [[ ! -s $1 ]] || {
        printf 'the lock that is held was taken: %s\n' "$(<"$1")"
        return 1
    }
}

# The moment is written down first: nothing of the failure is older.
strike() { # ORDER NODE
    printf '%s\n' "$EPOCHREALTIME" >"$live/moment"
    order "$1" "$2"
}

# What there is of it by now, in a folder of its own.
gather() { # FOLDER
    cp -f "$live"/* "$1/"
    cp -f "$run/box.log" "$1/box.log"
}

# The survivors have replayed a journal, and work on shared files after that.
others_go_on() { # FOLDER NODE
    local name after last
    gather "$1"
    last=$(phases | tail -n 1)
    after=$(happened "$1" "${last##*/}")
    [[ -n $after ]] || return
    for name in "${NODE_NAMES[@]}"; do
        [[ $name == "$2" ]] || goes_on "$1" "$name" "${after% *}" || return
    done
    [[ -n $(taken_after "$1") ]]
}

# A node that has reset itself boots, by the box, sooner than any machine does, and would be back before the others have
# declared it dead: it stays off until then. One that was fenced is switched on by who has fenced it.
has_ended() { # FOLDER NODE
    gather "$1"
    died "$1" | grep -qx "$2" || return
    [[ $FS == gfs2 ]] || order off "$2"
}

only_this_died() { # FOLDER [NODE]
    [[ "$(died "$1")" == "${2:-}" ]]
}

nobody_died() { # FOLDER: nor the target
    only_this_died "$1" && awk -v moment="$(<"$1/moment")" '$2 + 0 >= moment + 0 && $4 == "ended," { print; ended = 1 } END { exit ended }' "$1/box.log"
}

# All have waited for the target, and go on since.
all_go_on() { # FOLDER SECONDS
    local name
    gather "$1"
    for name in "${NODE_NAMES[@]}"; do
        has_waited "$1" "$name" && goes_on "$1" "$name" "$2" || return
    done
}

# Every line whose fsync was reported is there and whole, and the shared files are what every node writes, on every node.
is_intact() {
    local name reader place=$MOUNT_POINT/.lab-fail lines shared
    for name in "${NODE_NAMES[@]}"; do
        on "$name" "systemctl stop lab-work lab-log lab-hold lab-take 2>/dev/null; true" || return
    done
    for reader in "${NODE_NAMES[@]}"; do
        shared=$(on "$reader" "echo 3 >/proc/sys/vm/drop_caches; set -o pipefail; cat $place/shared-* | tr x . | fold -w 100 | sort | uniq -c") || return
        printf '%s reads shared files: %s\n' "$reader" "$shared"
        [[ $shared =~ ^\ *([0-9]+)\ \.{100}$ ]] || return
        ((BASH_REMATCH[1] == $(on "$reader" "ls $place/shared-* | wc -l"))) || return
        for name in "${NODE_NAMES[@]}"; do
            lines=$(awk '$3 == "own" && $4 == "ok" { n++ } END { print n + 0 }' "$live/$name.ops")
            printf '%s reads %d lines of %s\n' "$reader" "$lines" "$name"
            ((lines > 0)) || return
            on "$reader" "cat $place/own-$name" | awk -v node="$name" -v lines="$lines" \
                'NF != 2 || $1 != node { exit } $2 == next_line + 1 { next_line++ } END { exit next_line < lines }' || return
        done
    done
    on "${NODE_NAMES[0]}" "rm -rf --one-file-system $place"
}

# ---- the failures ------------------------------------------------------------------------------------------------------

fail_kill() { # FOLDER
    local node=${NODE_NAMES[-1]}
    foretell "$1/predicted.csv" node-dies --node "$node"
    check "kill: all nodes work, and $node holds a lock" start_work "$node"
    strike off "$node"
    check "kill: $node is dead; the others recover, go on, and have its lock" until_it others_go_on "$1" "$node"
    check "kill: nobody else has died" only_this_died "$1" "$node"
    [[ -n ${FENCE_AGENT:-} ]] || order on "$node"
    comes_back kill "$1" "$node"
}

fail_cut() { # FOLDER
    local node=${NODE_NAMES[-1]}
    foretell "$1/predicted.csv" network-lost --node "$node"
    check "cut: all nodes work, and $node holds a lock" start_work "$node"
    strike cut "$node"
    check "cut: $node reaches nobody, and ends" until_it has_ended "$1" "$node"
    check "cut: the others recover, go on, and have its lock" until_it others_go_on "$1" "$node"
    check "cut: nobody else has died" only_this_died "$1" "$node"
    order join "$node"
    order on "$node"
    comes_back cut "$1" "$node"
}

fail_stall() { # FOLDER SECONDS
    foretell "$1/predicted.csv" lun-stalls --duration "$2s"
    check "stall: all nodes work" start_work -
    strike stall target
    sleep "$2"
    printf '%s\n' "$EPOCHREALTIME" >"$live/end"
    order go target
    check "stall: the target goes on after $2 s, and so do all nodes" until_it all_go_on "$1" "$2"
    check "stall: nobody has died" nobody_died "$1"
    comes_back stall "$1"
}

comes_back() { # FAILURE FOLDER [NODE-THAT-DIED]
    check "$1: mounted on all nodes" until_it is_mounted_everywhere
    check "$1: every line that was synced is there, on all nodes" is_intact
    gather "$2"
    check "$1: ${3:-nobody} has died, and nobody else until now" only_this_died "$2" "${3:-}"
    compare "$2" "${2##*/}" >"$2/table.csv"
    show "$2"
    keep_result "$2"
}

# ---- what is kept ------------------------------------------------------------------------------------------------------

# The table with its conditions, and what of the logs it is made of; of one run a folder, whose name nothing had before it.
kept=''
keep_result() { # FOLDER
    local name=${1##*/}
    [[ -n $kept ]] || kept=$(unused_name "$here/results/fail-$FS-${#NODE_NAMES[@]}-$(date -u +%F)")
    mkdir -p "$kept"
    cp -f "$1/table.csv" "$kept/$name.csv"
    excerpt "$1" | sort -n -s >"$kept/$name.log"
    about_result "$name" >"$kept/$name.meta"
    tell "kept in ${kept#"$home/"}: $name.csv, $name.log, $name.meta"
}

# SECONDS NODE TEXT of what the cluster's parts said, of the box's own doings, and of operations that took long or failed.
excerpt() { # FOLDER
    local name
    for name in "${NODE_NAMES[@]}"; do
        awk -v moment="$(<"$1/moment")" '$1 + 0 >= moment + 0 && / (kernel: (o2|ocfs2|\(|dlm|gfs2| connection)|corosync|pacemaker-fenced|dlm_controld)/ && !/ stderr: / {
            printf "%.3f %s\n", $1 - moment, substr($0, index($0, " ") + 1) }' "$1/$name.log" | head -n 400
        awk -v moment="$(<"$1/moment")" -v node="$name" '$1 + $2 >= moment + 0 && ($2 + 0 > 0.5 || $4 != "ok") {
            printf "%.3f %s operation on a file %s: %s, %.3f s\n", $1 - moment, node, $3, $4, $2 }' "$1/$name.ops" | head -n 400
    done
    awk -v moment="$(<"$1/moment")" '$2 + 0 >= moment + 0 { printf "%.3f box %s\n", $2 - moment, substr($0, index($0, $3)) }' "$1/box.log"
}

about_result() { # NAME
    printf 'failure %s\ndate %s\nkernel %s, %s\n' "$1" "$(date -u +%FT%TZ)" "$(on "${NODE_NAMES[0]}" 'uname -r')" \
        "$([[ $machine == uml ]] && echo 'user-mode Linux' || echo 'QEMU without KVM')"
    printf 'file_system %s\nnodes %d\nmachine %d cores, load %s\n' "$FS" "${#NODE_NAMES[@]}" "$(nproc)" "$(cut -d ' ' -f 1-3 /proc/loadavg)"
    if [[ $FS == gfs2 ]]; then
        on "${NODE_NAMES[0]}" 'corosync-cmapctl | sed -nE "s/^runtime.config.totem.(token|consensus) \(u32\) = /\1_ms /p"'
        printf 'fencing %s\n' "${FENCE_AGENT:-none}"
    else
        on "${NODE_NAMES[0]}" 'cd /sys/kernel/config/cluster/* && grep -H . heartbeat/dead_threshold *_ms' | tr : ' '
    fi
    printf 'iscsi_replacement_timeout_s %s\n' "$(on "${NODE_NAMES[0]}" 'cat /sys/class/iscsi_session/*/recovery_tmo' | head -n 1)"
}

# ---- the verb ----------------------------------------------------------------------------------------------------------

stalls=(20 90) # seconds: less than half of OCFS2's write timeout, and more than all of it

run_failures() { # kill|cut|stall|all
    exec 4>&1
    local kind seconds
    [[ $1 == kill || $1 == stall ]] || (($(grep -c ' storage$' "$run/network") > 0)) ||
        die "who is parted from the cluster network loses the LUN, too: the scenario has one network for both"
    if ! is_mounted_everywhere >/dev/null 2>&1; then
        check "provisioned: from nothing to mounted" apply_told "$(steps_between "" "")"
        check "mounted on all nodes" is_mounted_everywhere
    fi
    for kind in kill cut; do
        [[ $1 != all && $1 != "$kind" ]] || "fail_$kind" "$(folder_for "$kind")"
    done
    if [[ $1 == all || $1 == stall ]]; then
        for seconds in "${stalls[@]}"; do
            fail_stall "$(folder_for "stall-$seconds")" "$seconds"
        done
    fi
    check "post-check after what failed" provision --post-check
    verdict
}

folder_for() { # NAME
    rm -rf --one-file-system "$run/fail/$1"
    mkdir -p "$run/fail/$1"
    printf '%s\n' "$run/fail/$1"
}

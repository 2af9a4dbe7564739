# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# Runs the workload of a scenario on nodes that have its file system mounted, with the kernels' counters around each phase, and
# writes down what came out. Sourced, not run.
#
# On each node guest/workload waits for orders, over a connection of its own; all nodes get each order at the same time, and the
# next one when all have answered.

: "${here:?the folder of the lab}" "${home:?the folder of the checkout}" "${run:?the folder of the run}"
: "${node_ssh:?of nodes.sh}" "${patience:?of nodes.sh}" "${machine:?of nodes.sh}" "${scenario=}"
guest=/usr/lib/quorate-lab/workload # on the nodes
to=() from=() speakers=()           # the connections: where to write, where to read, processes
answer='' answers=()                # what a node said last, and all of them
order_seconds=0                     # what the order of now takes when all is well
idle_seconds=10                     # what an idle cluster does is measured for so long, and subtracted

# ---- before the work ---------------------------------------------------------------------------------------------------

# Every node unmounts and mounts again: nothing is cached, locked or mastered, as at the start of a simulation.
remount() {
    local name
    if [[ $FS == gfs2 ]]; then
        on "${NODE_NAMES[0]}" "pcs resource disable volume-clone --wait=$patience && pcs resource enable volume-clone --wait=$patience"
    else
        for name in "${NODE_NAMES[@]}"; do
            on "$name" "umount $MOUNT_POINT" || return
        done
        for name in "${NODE_NAMES[@]}"; do
            on "$name" "mount $MOUNT_POINT" || return
        done
    fi
    until_it is_mounted_everywhere
}

# Brings the runner and its plan to a node, and leaves nothing of an earlier measurement.
send_runner() { # NODE-NAME
    tar -C "$here/guest" -cf - workload tables names.py counters.py work.py |
        inside "${node_ssh[@]}" "root@$(address_of "$1")" "mkdir -p $guest && tar -C $guest --no-same-owner -xf -" || return
    inside "${node_ssh[@]}" "root@$(address_of "$1")" "cat >$guest/plan.json" <"$run/measure/plan.json"
}

connect_all() {
    local i place there
    to=() from=() speakers=()
    for i in "${!NODE_NAMES[@]}"; do
        place=$run/measure/node-$i
        rm -f "$place.in" "$place.out"
        mkfifo "$place.in" "$place.out"
        exec {there}<>"$place.in"
        to[i]=$there
        exec {there}<>"$place.out"
        from[i]=$there
        inside "${node_ssh[@]}" "root@${NODE_ADDRESSES[i]}" \
            "exec $guest/workload $guest/plan.json ${NODE_NAMES[i]} $MOUNT_POINT/quorate-measure --device $DEVICE" \
            <"$place.in" >"$place.out" 2>"$place.err" &
        speakers[i]=$!
    done
    for i in "${!NODE_NAMES[@]}"; do
        hear "$i" || return
    done
}

disconnect_all() {
    local i there
    for i in "${!to[@]}"; do
        tell_node "$i" bye
        wait "${speakers[i]}" || return
        for there in "${to[i]}" "${from[i]}"; do
            exec {there}>&-
        done
    done
}

# ---- orders ------------------------------------------------------------------------------------------------------------

tell_node() { # INDEX ORDER
    printf '%s\n' "$2" >&"${to[$1]}"
}

# Sets answer, to what a node says next. What an order takes by itself comes on top of the lab's patience.
hear() { # INDEX
    local end=$((SECONDS + patience + order_seconds)) part
    answer=''
    until IFS= read -r -t 2 -u "${from[$1]}" part; do
        answer+=$part # of a line that is still coming
        if ! kill -0 "${speakers[$1]}" 2>/dev/null || ((SECONDS >= end)); then
            printf '%s says nothing more\n' "${NODE_NAMES[$1]}"
            cat "$run/measure/node-$1.err"
            return 1
        fi
    done
    answer+=$part
}

# Gives an order to all nodes and waits for all of them; answers are kept, and the last ones set answers.
ask() { # ORDER
    local i
    for i in "${!to[@]}"; do
        tell_node "$i" "$1" || return
    done
    answers=()
    for i in "${!to[@]}"; do
        hear "$i" || return
        answers[i]=$answer
        printf '%d %s %s\n' $((i + 1)) "${1%% *}" "$answer" >>"$run/measure/answers"
    done
}

# While nodes wait for their turn, one operation each goes round.
take_turns() {
    local i waiting=yes
    while [[ $waiting == yes ]]; do
        waiting=no
        for i in "${!to[@]}"; do
            [[ ${answers[i]} == turn ]] || continue
            waiting=yes
            tell_node "$i" next
            hear "$i" || return
            answers[i]=$answer
        done
    done
}

# What each node has made and removed in a phase, the others know from then on.
exchange() {
    local i other states
    ask state || return
    states=("${answers[@]}")
    for i in "${!to[@]}"; do
        for other in "${!to[@]}"; do
            [[ $i != "$other" ]] || continue
            tell_node "$i" "peer ${states[other]}"
            hear "$i" || return
        done
    done
}

# ---- the work ----------------------------------------------------------------------------------------------------------

measure_phase() { # NUMBER
    ask "begin $1" || return
    order_seconds=${answers[0]}
    ask "go $1" || return
    take_turns || return
    order_seconds=0
    ask "sync $1" || return
    ask "end $1" || return
    exchange
}

# Directories and files are made; nothing of that is left in any cache when the first phase starts, but what the scenario says.
make_files() {
    local name
    for name in "${NODE_NAMES[@]}"; do
        send_runner "$name" || return
        on "$name" "rm -rf $MOUNT_POINT/quorate-measure" || return
    done
    connect_all || return
    ask directories || return
    ask files || return
    disconnect_all
}

measure_phases() {
    local phases number
    : >"$run/measure/answers"
    connect_all || return
    ask host || return
    ask warm || return
    printf '         an idle cluster, for %d s\n' "$idle_seconds" >&4
    ask "idle $idle_seconds" || return
    ask phases || return
    read -r -a phases <<<"${answers[0]}"
    for number in "${!phases[@]}"; do
        printf '         phase %s\n' "${phases[number]}" >&4
        measure_phase "$number" || return
    done
    disconnect_all
    on "${NODE_NAMES[0]}" "rm -rf $MOUNT_POINT/quorate-measure"
}

# ---- what came out -----------------------------------------------------------------------------------------------------

table() { # NAME RUN
    inside "${node_ssh[@]}" "root@${NODE_ADDRESSES[0]}" "$guest/tables $1 $2" <"$run/measure/answers"
}

write_results() {
    local name base results new=$run/measure/results
    base=$FS-${#NODE_NAMES[@]}-$(date -u +%F)-$(on "${NODE_NAMES[0]}" "uname -r") || return
    results=$(unused_name "$here/results/$base")
    results=${results##*/}
    printf '%s\n' "$results" >"$run/measure/name"
    rm -rf --one-file-system "$new"
    mkdir -p "$new"
    for name in truth locks counters meta; do
        table "$name" "$results" >"$new/$name.csv" || return
    done
    {
        printf 'node_machine,%s\n' "$machine"
        printf 'host_processors,%d\n' "$(nproc)"
        printf 'host_processor,%s\n' "$(sed -n '/^model name/{s/.*: //;s/[",]/ /g;p;q}' /proc/cpuinfo)"
    } >>"$new/meta.csv"
    cp "$scenario" "$new/scenario.yaml"
    chmod -R u=rwX,go=rX "$new"
}

# From now on the run is one of those that the program knows.
keep_results() {
    local name
    name=$(<"$run/measure/name")
    cp -rp "$run/measure/results" "$here/results/$name"
    printf '%s\n' "$name" >>"$here/results/index"
    tell "results: $here/results/$name"
}

# The scenario's cluster is the one that is up: another workload may be run on it, and nothing else.
is_that_cluster() {
    local options=(-q --force -o "$run/measure/export")
    "$home/quorate" export "$scenario" "${options[@]}" || return
    # What tells about a scenario may differ, and nothing that is done by it.
    diff -r -x README.md -x manifest.json -x SHA256SUMS -x .quorate-export "$run/export" "$run/measure/export"
}

run_measurement() {
    local code=0
    exec 4>&1
    mkdir -p "$run/measure"
    with_kernel "$scenario" >"$run/measure/scenario.yaml"
    scenario=$run/measure/scenario.yaml
    (exec 7>&- && "$home/quorate" show "$scenario" >"$run/measure/plan.json") || die "there is no workload of $scenario"
    check "the scenario is of the cluster that is up" is_that_cluster
    if ! is_mounted_everywhere >/dev/null 2>&1; then
        check "every step of the export" apply_told "$(steps_between "" "")"
        check "mounted on all nodes" is_mounted_everywhere
    fi
    check "files are made" make_files
    check "nothing is cached" remount
    check "the workload ran, phase by phase" measure_phases
    check "the tables are written" write_results
    verdict
    tell "predicted against actual:"
    (exec 7>&- && "$home/quorate" accuracy --from "$run/measure/results") || code=1
    keep_results # now, for they are part of what ./quorate is built from
    return "$code"
}

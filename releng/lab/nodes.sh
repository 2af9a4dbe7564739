# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# The lab's box and its nodes: seeds, boot, power, taking down. Sourced by releng/lab/lab, not run.

: "${here:?the folder of the lab}" "${run:?the folder of the run}"

# shellcheck source=machines.sh
. "$here/machines.sh"
image=''     # the folder that releng/lab/image prints
machine=uml  # or qemu
patience=900 # seconds that anything may take, on a machine that has other things to do

# A name that nothing has yet: this one, or with -2, -3 and so on behind it.
unused_name() { # PATH
    local name=$1 number=1
    while [[ -e $name ]]; do
        number=$((number + 1))
        name=$1-$number
    done
    printf '%s\n' "$name"
}

# ---- the box ----------------------------------------------------------------------------------------------------------

# The process that everything of the lab is a child of, by its id and the moment of its start: an id alone may be somebody
# else's by now.
box_is_up() {
    local began stat fields
    [[ -r $run/box.pid ]] || return 1
    read -r box began <"$run/box.pid"
    [[ $box =~ ^[0-9]+$ && -r /proc/$box/stat ]] || return 1
    stat=$(<"/proc/$box/stat") || return 1
    read -r -a fields <<<"${stat##*) }"
    [[ ${fields[19]} == "$began" && ${fields[0]} != Z ]]
}

start_box() { # tied|detached IMAGE: dies with this shell, or stays
    local tie=() i
    [[ $1 == detached ]] || tie=(setpriv --pdeathsig KILL)
    setsid "${tie[@]}" unshare --net --pid --mount --fork --kill-child -- "$here/box" "$run" "$2" \
        </dev/null >"$run/box.log" 2>&1 7>&- 9>&- &
    for ((i = 0; i < 100; i++)); do
        ! box_is_up || return 0
        sleep 0.1
    done
    log_end "$run/box.log" "the lab's namespaces could not be made"
}

# Runs a command in the box: with the nodes' network, and no other, and without what leads ssh or an export elsewhere.
inside() {
    box_is_up || return
    # shellcheck disable=SC2016 # the shell inside expands it
    nsenter --target "$box" --net --pid --mount -- env -u SSH_AUTH_SOCK -u SSH_USER -u SSH_SUDO \
        bash -c 'cd "$1" && shift && exec "$@"' lab "$PWD" "$@" 7>&-
}

# ssh to a node, to be run inside: by the lab's own file and nothing else, over a connection of its own.
# A node that loses its power says nothing more.
node_ssh=(ssh -F "$run/ssh/config" -S none -o ServerAliveInterval=15 -o ServerAliveCountMax=20)

order() { # on|off|cut|join|stall|go NODE
    box_is_up || return
    printf '%s %s\n' "$1" "$2" 1<>"$run/orders" # opened so, a box that ends this moment keeps nobody waiting
}

# Ends everything and removes what it wrote. Safe at any time, also when nothing is there.
take_down() {
    local i
    if box_is_up; then
        kill -KILL "$box" 2>/dev/null || true
        for ((i = 0; i < 100; i++)); do
            box_is_up || break
            sleep 0.1
        done
        ! box_is_up || die "the lab's process $box does not end"
    fi
    [[ ! -d $run ]] || rm -rf --one-file-system "$run"
}

# ---- what the scenario must be like ----------------------------------------------------------------------------------

check_settings() {
    local portal address
    ((${#NODE_NAMES[@]} >= 2 && ${#NODE_NAMES[@]} <= 4)) || die "the lab has two to four nodes; the scenario has ${#NODE_NAMES[@]}"
    [[ ${OS_IDS[0]} == debian && $OS_VERSION == 12 ]] || die "the lab's nodes are Debian 12: cluster.os must be debian-12"
    [[ $LUN_SYSFS_WWID == naa.6* ]] || die "the lab's target makes LUNs with a WWID that begins with 36 (NAA 6) only"
    ((${#LUN_PORTALS[@]} > 0)) || die "the scenario's LUN has no portal"
    cluster=${NODE_ADDRESSES[0]%.*}
    for address in "${NODE_ADDRESSES[@]}"; do
        [[ ${address%.*} == "$cluster" ]] || die "the lab's nodes are in one network of 24 bits; $address is not in $cluster.0"
    done
    storage=${LUN_PORTALS[0]%.*}
    for portal in "${LUN_PORTALS[@]}"; do
        [[ ${portal%.*} == "$storage" ]] || die "the lab's portals are in one network of 24 bits; $portal is not in $storage.0"
    done
    [[ -z $QUORUM_DEVICE ]] || die "the lab has no quorum device"
}

address_of() { # NODE
    local i
    for i in "${!NODE_NAMES[@]}"; do
        [[ ${NODE_NAMES[i]} != "$1" ]] || printf '%s\n' "${NODE_ADDRESSES[i]}"
    done
}

# ---- seeds ------------------------------------------------------------------------------------------------------------

# Units that start by themselves, and the packages that bring them. After an installation by the export they are enabled and do
# not run. The image is for all exports: what is of a package that this one does not install is not there. That of pcs never is:
# no export calls it, and it costs a user-mode kernel many seconds at each start.
units=(corosync.service=corosync pacemaker.service=pacemaker logd.service=pacemaker dlm.service=dlm-controld
    lvmlockd.service=lvm2-lockd lvmlocks.service=lvm2-lockd o2cb.service=ocfs2-tools ocfs2.service=ocfs2-tools
    open-iscsi.service=open-iscsi iscsid.socket=open-iscsi iscsid.service=open-iscsi pcsd.service= pcsd-ruby.service=)
not_started=("${units[@]%=*}")

leave_out_units() { # FOLDER: of a seed
    local pair
    mkdir -p "$1/etc/systemd/system"
    for pair in "${units[@]}"; do
        [[ " ${PACKAGES[*]} " == *" ${pair#*=} "* ]] || ln -s /dev/null "$1/etc/systemd/system/${pair%=*}"
    done
}

make_seeds() {
    local i
    umask 077
    mkdir -p "$run/ssh" "$run/nodes" "$run/power"
    ssh-keygen -q -t ed25519 -N '' -C lab -f "$run/ssh/key"
    printf '%s\n' 'Host *' 'User root' "IdentityFile $run/ssh/key" 'IdentitiesOnly yes' \
        "UserKnownHostsFile $run/ssh/known_hosts" 'GlobalKnownHostsFile none' 'StrictHostKeyChecking yes' 'LogLevel ERROR' \
        >"$run/ssh/config"
    admin=254
    while [[ " ${NODE_ADDRESSES[*]} ${LUN_PORTALS[*]%%:*} " == *" $cluster.$admin "* ]]; do
        admin=$((admin - 1))
    done
    printf 'bridge cluster %s/24\n' "$cluster.$admin" >"$run/network"
    [[ $storage == "$cluster" ]] || printf 'bridge storage -\n' >>"$run/network"
    for i in "${!NODE_NAMES[@]}"; do
        seed_node "$i"
    done
    seed_target
    seed_power
    truncate -s "$LUN_BYTES" "$run/lun.img"
}

# A node's address in the storage network: the first that nobody has, from .101 on.
storage_address() { # INDEX
    local last=$((101 + $1)) portals=" ${LUN_PORTALS[*]%%:*} "
    while [[ $portals == *" $storage.$last "* ]]; do
        last=$((last + 100))
    done
    printf '%s.%s\n' "$storage" "$last"
}

seed_node() { # INDEX
    local name=${NODE_NAMES[$1]} address=${NODE_ADDRESSES[$1]} tree addresses
    tree=$run/nodes/$name/seed
    mkdir -p "$tree/etc/ssh" "$tree/root/.ssh" "$tree/etc/chrony" "$tree/usr/lib/quorate-lab"
    addresses=("$address/24")
    [[ $storage == "$cluster" ]] || addresses+=("$(storage_address "$1")/24")
    printf '%s\n' "$name" >"$tree/etc/hostname"
    printf '127.0.0.1 localhost\n127.0.1.1 %s\n' "$name" >"$tree/etc/hosts" # as Debian's installer leaves it
    printf 'server %s iburst minpoll 2 maxpoll 4\ndriftfile /var/lib/chrony/chrony.drift\nmakestep 1 3\n' \
        "${LUN_PORTALS[0]%:*}" >"$tree/etc/chrony/chrony.conf"
    ssh-keygen -q -t ed25519 -N '' -C "$name" -f "$tree/etc/ssh/ssh_host_ed25519_key"
    printf '%s %s\n' "$address" "$(<"$tree/etc/ssh/ssh_host_ed25519_key.pub")" >>"$run/ssh/known_hosts"
    cp "$run/ssh/key.pub" "$tree/root/.ssh/authorized_keys"
    {
        declare -p addresses | sed 's/addresses/ADDRESSES/'
        declare -p not_started | sed 's/not_started/NOT_STARTED/'
        printf 'ROLE=node\n'
    } >"$tree/usr/lib/quorate-lab/node"
    leave_out_units "$tree"
    finish_seed "$name" "${#addresses[@]}" "$1"
}

seed_target() {
    local tree=$run/nodes/target/seed addresses=() portal
    mkdir -p "$tree/usr/lib/quorate-lab"
    for portal in "${LUN_PORTALS[@]%:*}"; do
        [[ " ${addresses[*]} " == *" $portal/24 "* ]] || addresses+=("$portal/24")
    done
    {
        printf 'ADDRESSES=(%s)\nROLE=target\n' "${addresses[0]}"
        printf 'MORE_ADDRESSES=(%s)\n' "${addresses[*]:1}"
        printf '%s=%q\n' LUN_BYTES "$LUN_BYTES" LUN_NAA "$LUN_SYSFS_WWID" LUN_IQN "$LUN_IQN" CHAP_USER "$CHAP_USER" \
            CHAP_SECRET "$(secret chap)"
        printf 'LUN_PORTALS=(%s)\n' "${LUN_PORTALS[*]}"
    } >"$tree/usr/lib/quorate-lab/node"
    finish_seed target 1 9
}

# What the board of each node lets in: a file with the name of its address.
seed_power() {
    local name file
    for name in "${NODE_NAMES[@]}"; do
        file=$run/export/fencing/$name
        [[ -f $file ]] || continue
        printf '%s\n%s\n%s\n' "$name" "$(sed -n 's/^username=//p' "$file")" "$(secret "fence-$name")" \
            >"$run/power/$(sed -n 's/^ip=//p' "$file")"
    done
}

# Packs a seed, and writes down how the node's kernel is started.
finish_seed() { # NAME INTERFACES NUMBER
    local folder=$run/nodes/$1 bridge=cluster i
    [[ $1 != target || $storage == "$cluster" ]] || bridge=storage
    cp "$here/guest/init" "$here/guest/target" "$here/guest/probe" "$folder/seed/usr/lib/quorate-lab/"
    install -D -m 0755 "$here/guest/ipmitool" "$folder/seed/usr/bin/ipmitool"
    chmod 0755 "$folder/seed" "$folder/seed/usr" "$folder/seed/usr/bin" "$folder/seed/usr/lib" "$folder"/seed/usr/lib/quorate-lab{,/init,/target,/probe}
    find "$folder/seed" -path '*/etc*' ! -name '*_key' ! -type l -exec chmod go+rX {} +
    tar -C "$folder/seed" --owner=0 --group=0 --no-overwrite-dir -cf "$folder/seed.tar" .
    rm -rf --one-file-system "$folder/seed"
    "${machine}_command" "$image" "$1" "$3" "$2" >"$folder/command"
    printf 'n%s-0\n' "$3" >"$folder/tap"
    for ((i = 0; i < $2; i++)); do
        printf 'tap n%s-%d %s\n' "$3" "$i" "$bridge" >>"$run/network"
        bridge=storage
    done
}

# The secret of that name, of this run: who does not have its key cannot tell it.
secret() { # NAME
    local i sum
    for i in "${!SECRET_NAMES[@]}"; do
        [[ ${SECRET_NAMES[i]} == "$1" ]] || continue
        sum=$(printf '%s\n' "$1" | cat "$run/ssh/key" - | sha256sum) || return
        printf 'lab-%s' "${sum:0:10}"
    done
}

# ---- boot -------------------------------------------------------------------------------------------------------------

node_answers() { # ADDRESS
    inside "${node_ssh[@]}" -o ConnectTimeout=2 -o BatchMode=yes "root@$1" true >/dev/null 2>&1 </dev/null
}

boot_all() {
    local i name
    tell "booting a target and ${#NODE_NAMES[@]} nodes: ${NODE_NAMES[*]}"
    order on target
    for name in "${NODE_NAMES[@]}"; do
        order on "$name"
    done
    for i in "${!NODE_NAMES[@]}"; do
        await_node "$i" "$patience"
    done
}

await_node() { # INDEX SECONDS
    local end=$((SECONDS + $2)) console=$run/nodes/${NODE_NAMES[$1]}/console.log
    until node_answers "${NODE_ADDRESSES[$1]}"; do
        ((SECONDS < end)) || log_end "$console" "${NODE_NAMES[$1]} did not answer within $2 s; above is its console"
        box_is_up || log_end "$run/box.log" "the box is gone"
        sleep 1
    done
    # What kept services from starting at the first boot, as an installation does, is in nobody's way from now on.
    inside "${node_ssh[@]}" "root@${NODE_ADDRESSES[$1]}" 'cd /run/systemd/system && find . -lname /dev/null -delete && systemctl daemon-reload' </dev/null
    tell "${NODE_NAMES[$1]} is up"
}

save_logs() { # FOLDER
    local i name
    for name in "${NODE_NAMES[@]}" target; do
        cp -f "$run/nodes/$name/console.log" "$1/$name.console" 2>/dev/null || true
    done
    cp -f "$run/check.log" "$1/" 2>/dev/null || true
    box_is_up || return 0
    for i in "${!NODE_NAMES[@]}"; do
        inside timeout 20 "${node_ssh[@]}" -o ConnectTimeout=3 -o BatchMode=yes "root@${NODE_ADDRESSES[i]}" \
            'journalctl -b --no-pager -n 400; dmesg | tail -100' >"$1/${NODE_NAMES[i]}.journal" 2>&1 </dev/null || true
    done
}

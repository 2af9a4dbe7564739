# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# shellcheck disable=SC2154 # by is set by releng/lab/lab
# What the lab claims of a cluster that was set up: it is mounted, comes back, goes on without a node, grows, and is taken back.
# Sourced, not run.

: "${run:?the folder of the run}" "${node_ssh:?of nodes.sh}" "${patience:?of nodes.sh}"

is_mounted_everywhere() {
    local name
    for name in "${NODE_NAMES[@]}"; do
        on "$name" "findmnt -rn -t $FS -M $MOUNT_POINT" || return 1
    done
}

# Tries again until it succeeds, within the lab's patience and while there is a lab.
until_it() { # COMMAND...
    local end=$((SECONDS + patience))
    until "$@"; do
        ((SECONDS < end)) || return 1
        box_is_up || return 1
        sleep 2
    done
}

has_restarted() { # NAME BOOT-ID-BEFORE
    local now
    now=$(on "$1" 'cat /proc/sys/kernel/random/boot_id') && [[ $now != "$2" ]]
}

# A node that restarts comes back, mounts by itself, and finds what the others wrote meanwhile.
restart_and_return() { # NAME OTHER-NAME
    local before
    before=$(on "$1" 'cat /proc/sys/kernel/random/boot_id') || return
    on "$1" 'systemctl reboot' || true
    on "$2" "echo written while $1 restarts >$MOUNT_POINT/.lab-restart && sync" || return
    until_it has_restarted "$1" "$before" || return
    until_it is_mounted_everywhere || return
    [[ $(on "$1" "cat $MOUNT_POINT/.lab-restart") == "written while $1 restarts" ]] || return
    on "$2" "rm $MOUNT_POINT/.lab-restart"
}

# A line in the log of the kernel of each node but one; recoveries from then on are told by what comes after it.
mark() { # NAME-OF-THE-DEAD MARK
    local name
    for name in "${NODE_NAMES[@]}"; do
        [[ $name != "$1" ]] || continue
        on "$name" "echo '$2' >/dev/kmsg" || return
    done
}

# The kernel of one of the others has recovered a journal since the mark: whoever is first does it, and says so. A node that
# does not answer has not.
has_recovered() { # NAME-OF-THE-DEAD MARK
    local name said words='ocfs2: End replay journal'
    [[ $FS != gfs2 ]] || words='gfs2: .*jid=[0-9]+: Done'
    for name in "${NODE_NAMES[@]}"; do
        [[ $name != "$1" ]] || continue
        said=$(on "$name" dmesg) || continue
        [[ $said == *"$2"* ]] || continue # it is another boot's
        ! grep -E "$words" <<<"${said##*"$2"}" || return 0
    done
    return 1
}

# A node that loses its power with a lock in its hand: the others recover its journal, another gets the lock, and the dead
# one comes back. Where there are fence devices the cluster switches it on, else we do.
survives_power_loss() { # NAME OTHER-NAME
    local file=$MOUNT_POINT/.lab-lock mark said holder
    exec 5< <(on "$1" "exec 8>>$file && flock 8 && echo held && exec sleep 3600")
    holder=$!
    read -r -t "$patience" said <&5 && [[ $said == held ]] || return
    on "$2" "! flock -n $file true" || return
    mark="quorate-lab: $1 loses its power, $EPOCHREALTIME"
    mark "$1" "$mark" || return
    order off "$1"
    on "$2" "flock -w $patience $file true" || return
    until_it has_recovered "$1" "$mark" || return
    kill "$holder" 2>/dev/null || true
    [[ -n ${FENCE_AGENT:-} ]] || order on "$1"
    until_it is_mounted_everywhere || return
    on "$1" "flock -w $patience $file rm $file"
}

# A node that was not there is set up while the others go on: one of them writes a line a second all the while, and the new one
# reads them, none missing.
grows_by() { # NEW-NODE OTHER-NODE
    local file=$MOUNT_POINT/.lab-grow writer before after
    # Its lines, NUMBER SECOND, end when the file is gone, or with its login.
    inside "${node_ssh[@]}" -o BatchMode=yes "root@$(address_of "$2")" \
        ": >$file; n=0; while [ -e $file ]; do n=\$((n + 1)); echo \$n \$(date +%s) >>$file || exit; sleep 1; done" </dev/null &
    writer=$!
    until_it on "$2" "[ -s $file ]" || return
    before=$(on "$2" "wc -l <$file") || return
    tell_steps provision --grow node --apply || return
    is_mounted_everywhere || return
    kill -0 "$writer" || return
    after=$(on "$1" "wc -l <$file") || return
    until_it on "$1" "[ \$(wc -l <$file) -gt $((after + 1)) ]" || return # and it still writes
    on "$1" "cat $file" >"$run/grown.log" || return
    has_no_gap "$run/grown.log" "$before" || return
    on "$1" "rm $file"
}

# Lines are numbered from 1 on, the last aside, which may be half written; and more of them came after the first ones, at a pace
# that tells of work and not of one moment before and one after a standstill: no pause is a fifteenth of the lab's patience, a
# minute, after which OCFS2 would fence a node that cannot write.
has_no_gap() { # FILE LINES-AT-FIRST
    head -n -1 "$1" | awk -v first="$2" -v most=$((patience / 15)) '
        $1 != NR || NF != 2 { print "line", NR, "is:", $0; failed = 1; exit }
        NR > 1 && $2 - last > longest { longest = $2 - last }
        { last = $2 }
        END {
            printf "%d lines, %d of them after the first; the longest pause is %d s\n", NR, NR - first, longest
            exit failed || NR < first + 2 || longest > most
        }'
}

# What the export made is gone; what is on the LUN is not.
is_taken_back() {
    local name services='corosync|pacemaker|dlm|lvmlockd' content=LVM2_member undoer=(provision --undo --apply)
    if [[ $FS == ocfs2 ]]; then
        services='o2cb|ocfs2' content=ocfs2
    fi
    [[ $by == script ]] || undoer=(runner --undo)
    tell_steps "${undoer[@]}" || return
    for name in "${NODE_NAMES[@]}"; do
        # Asked there: a node that does not answer has taken nothing back.
        on "$name" "! findmnt -rn -t $FS && ! iscsiadm -m session &&
            ! systemctl list-units --plain --no-legend --state=active | grep -E '^($services)\.service'" || return
    done
    [[ $(blkid -p -o value -s TYPE "$run/lun.img") == "$content" ]]
}

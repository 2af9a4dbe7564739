#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Tells what a running node says of its locks, caches, network and disks, for POSIX sh and awk (also mawk and busybox).
#
#   sample.sh KIND PLACE ADDRESS WWID MOST
#
# KIND is ocfs2 or gfs2, PLACE its mount point as in /proc/self/mountinfo (a blank is \040), ADDRESS that of the node on the
# cluster network, WWID that of the LUN or empty, MOST the locks that are told one by one.
#
# Changes nothing, and opens no block device. Locks are counted here: of files that may be hundreds of MB only counts are
# printed, and each is read for at most SECONDS and LINES, at a low priority; what was cut is said.
#
# "#quorate-sample 1", then lines of fields separated by tabs behind a "|", then "#end". Without root some of it stays unknown.

PATH=/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
export PATH LC_ALL
umask 077

SECONDS_EACH=6
LINES_EACH=5000000
kind=$1
PLACE=$2
address=$3
wwid=$4
MOST=$5
KIND=$kind
export PLACE KIND MOST LINES_EACH
debug=/sys/kernel/debug

figure() {
    printf '|figure\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4"
}

remark() {
    printf '|remark\t%s\t%s\n' "$1" "$2"
}

number() {
    case $1 in
    '' | *[!0-9]*) return 1 ;;
    esac
}

# A file as long as it may take, then a line with how that ended: 0, or 124 if the time was up.
feed() {
    timeout -k 1 "$SECONDS_EACH" nice -n 10 head -n "$LINES_EACH" "$1"
    printf '\n#end %s\n' "$?"
}

# Where the file system is: sets "device" to MAJOR:MINOR. Mounts of the node itself, not of a login that may have its own.
find_mount() {
    mounts=$(head -c 4194304 /proc/1/mountinfo) || mounts=$(head -c 4194304 /proc/self/mountinfo)
    found=$(printf '%s\n' "$mounts" | awk '
        { type = ""; for (i = 7; i < NF; i++) if ($i == "-") { type = $(i + 1); break } }
        $5 == ENVIRON["PLACE"] { here = type == ENVIRON["KIND"] ? $3 : ""; other = type }
        type == ENVIRON["KIND"] { if (!seen[$3]++) number++; any = $3 }
        type == "debugfs" || $5 == "/sys/kernel/debug" { debugfs = 1 }
        END { print (here != "" ? here : "-"), number + 0, (any != "" ? any : "-"), debugfs + 0, (other != "" ? other : "-") }')
    # shellcheck disable=SC2086 # words on purpose
    set -- $found
    device=$1
    debugfs=$4
    if [ "$device" = - ] && [ "$2" = 1 ]; then
        device=$3
        remark elsewhere "$PLACE"
    elif [ "$device" = - ]; then
        if [ "$5" = - ]; then
            remark unmounted "$PLACE"
        else
            remark other-type "$5"
        fi
    fi
}

# The device, or what it lies on: LVM on multipath on disks.
leaves() {
    lower=0
    if [ "$2" -lt 5 ]; then
        for slave in "$1"/slaves/*; do
            [ -e "$slave" ] || continue
            lower=1
            (leaves "$(readlink -f "$slave")" "$(($2 + 1))")
        done
    fi
    [ "$lower" = 1 ] || printf '%s\n' "${1##*/}"
}

disks() {
    names=
    if [ "$device" != - ]; then
        names=$(leaves "$(readlink -f "/sys/dev/block/$device")" 0)
    elif [ -n "$wwid" ]; then
        for disk in /sys/block/*; do
            case $(head -c 200 "$disk/device/wwid") in
            *"$wwid"*) names="$names ${disk##*/}" ;;
            esac
        done
    fi
    [ -n "$names" ] || remark no-disk ''
    NAMES=" $(printf '%s' "$names" | tr '\n' ' ') " awk '
        index(ENVIRON["NAMES"], " " $3 " ") {
            split("4 reads 1 6 read_bytes 512 7 read_ms 1 8 writes 1 10 written_bytes 512 11 write_ms 1 13 busy_ms 1 19 flushes 1", f, " ")
            for (i = 1; i in f; i += 3) if (f[i] <= NF) printf "|figure\tdisk\t%s\t%s\t%.0f\n", $3, f[i + 1], $f[i] * f[i + 2]
        }' /proc/diskstats
}

network() {
    nic=$(timeout -k 1 5 ip -o addr show to "$address" | awk 'NR == 1 { print $2 }')
    if [ -z "$nic" ]; then
        remark no-nic "$address"
        return
    fi
    statistics=/sys/class/net/$nic/statistics
    for pair in tx_bytes:sent_bytes rx_bytes:received_bytes tx_packets:sent_packets rx_packets:received_packets tx_dropped:sent_dropped \
        rx_dropped:received_dropped tx_errors:sent_errors rx_errors:received_errors; do
        value=$(head -c 30 "$statistics/${pair%%:*}")
        number "$value" && figure network "$nic" "${pair#*:}" "$value"
    done
}

memory() {
    awk '/^(MemTotal|MemFree|MemAvailable|Cached|Buffers|Dirty|Writeback|Slab|SReclaimable|SUnreclaim):/ && $2 ~ /^[0-9]+$/ {
        sub(":", "", $1); printf "|figure\tmemory\t%s\tbytes\t%.0f\n", $1, $2 * 1024 }' /proc/meminfo
}

slabs() {
    if ! head -n 1 /proc/slabinfo | grep -q slabinfo; then
        remark no-slabinfo ''
        return
    fi
    head -n 10000 /proc/slabinfo | awk '
        $1 ~ /^(ocfs2_|gfs2_|o2dlm_|dlm_)/ || $1 ~ /^(dentry|inode_cache|buffer_head|jbd2_journal_head|kmalloc-(32|64|96|512))$/ {
            if ($2 !~ /^[0-9]+$/ || $4 !~ /^[0-9]+$/) next
            printf "|figure\tslab\t%s\tobjects\t%.0f\n|figure\tslab\t%s\tobject_bytes\t%.0f\n", $1, $2, $1, $4 }'
}

# glocks: by type and state, and who waits (fs/gfs2/glock.c:gfs2_dump_glock, dump_holder).
glocks() {
    feed "$1" | awk '
        BEGIN { split("NONDISK INODE RGRP META IOPEN FLOCK PLOCK QUOTA JOURNAL", types, " ") }
        /#end [0-9]+$/ { end = $NF; next }
        /^G: / {
            now = ""
            lines++
            if ($2 !~ /^s:(UN|DF|SH|EX)$/ || $3 !~ /^n:[1-9]\/[0-9a-f]+$/) { odd++; next }
            count[substr($3, 3, 1) " " substr($2, 3)]++
            now = substr($3, 3)
            next
        }
        /^ +H: / && now != "" && $3 ~ /^f:[A-Za-z]*W/ {
            waiters++
            if (now in waits) waits[now]++
            else if (different++ < 20000) waits[now] = 1
        }
        END {
            for (key in count) { split(key, k, " "); printf "|figure\tlock\t%s\t%s\t%.0f\n", types[k[1]], k[2], count[key] }
            printf "|figure\tdlm\tglocks\twaiters\t%.0f\n", waiters
            for (n = 0; n < ENVIRON["MOST"]; n++) {
                best = ""
                for (key in waits) if (best == "" || waits[key] > waits[best]) best = key
                if (best == "") break
                split(best, k, "/")
                printf "|lock\t%s\t%s\t%.0f\t\t\n", types[k[1]], k[2], waits[best]
                delete waits[best]
            }
            if (end != 0 || NR > ENVIRON["LINES_EACH"] + 0) printf "|remark\tcut\tglocks after %.0f locks\n", lines
            if (odd) printf "|remark\todd\tglocks: %.0f\n", odd
        }'
}

# glstats: those that asked the lock manager most (fs/gfs2/glock.c:gfs2_glstats_seq_show).
glstats() {
    feed "$1" | awk '
        BEGIN { split("NONDISK INODE RGRP META IOPEN FLOCK PLOCK QUOTA JOURNAL", types, " "); most = ENVIRON["MOST"] + 0 }
        /#end [0-9]+$/ { end = $NF; next }
        /^G: n:[1-9]\/[0-9a-f]+ / && $6 == "dcnt:" && $7 ~ /^[0-9]+$/ {
            lines++
            if (kept < most) { kept++; least = kept } else if ($7 + 0 <= value[low]) next
            else least = low
            name[least] = substr($2, 3)
            value[least] = $7 + 0
            if (kept == most) { low = 1; for (i = 2; i <= kept; i++) if (value[i] < value[low]) low = i }
        }
        END {
            for (i = 1; i <= kept; i++) { split(name[i], k, "/"); printf "|lock\t%s\t%s\t\t%.0f\t\n", types[k[1]], k[2], value[i] }
            if (end != 0 || NR > ENVIRON["LINES_EACH"] + 0) printf "|remark\tcut\tglstats after %.0f locks\n", lines
        }'
}

# sbstats: what was asked of the lock manager since the mount, by type, over all processors (fs/gfs2/glock.c:gfs2_sbstats_seq_show).
sbstats() {
    head -n 200 "$1" | awk '
        $2 == "dlm:" || $2 == "queue:" {
            sum = 0
            for (i = 3; i <= NF; i++) if ($i ~ /^[0-9]+$/) sum += $i
            if ($1 ~ /^[a-z]+$/ && $1 != "reserved") printf "|figure\tuse\t%s\t%s\t%.0f\n", toupper($1), $2 == "dlm:" ? "requests" : "holders", sum
        }'
}

gfs2() {
    table=
    for directory in /sys/fs/gfs2/*; do
        [ "$(head -c 40 "$directory/id")" = "$device" ] && table=${directory##*/}
    done
    if [ -z "$table" ] || [ ! -r "$debug/gfs2/$table/glocks" ]; then
        no_debugfs gfs2
        return
    fi
    glocks "$debug/gfs2/$table/glocks"
    glstats "$debug/gfs2/$table/glstats"
    sbstats "$debug/gfs2/$table/sbstats"
    dlm "${table#*:}"
}

# locking_state: by type and level, and who waits or waited (fs/ocfs2/dlmglue.c:ocfs2_dlm_seq_show, versions 1 to 4).
locking_state() {
    feed "$1" | awk -F '\t' '
        BEGIN {
            letters = "MWONFRYPDSQTI"
            split("META RW OPEN DENTRY FLOCK RENAME NFS_SYNC ORPHAN_SCAN DATA SUPER QUOTA_INFO REFCOUNT TRIM_FS", types, " ")
            mode["-1"] = "IV"; mode["0"] = "NL"; mode["3"] = "PR"; mode["5"] = "EX"
            most = ENVIRON["MOST"] + 0
        }
        /#end [0-9]+$/ { split($0, e, " "); end = e[2]; next }
        $0 == "" { next }
        {
            type = index(letters, substr($2, 1, 1))
            if (NF < 10 || type == 0 || $2 !~ /^[A-Z][0-9a-f]+$/ || !($3 in mode)) { odd++; next }
            lines++
            bytes += length($0) + 1
            count[types[type] " " mode[$3]]++
            if (NF < 82) next
            used = $75 + $76
            waited = $79 + $80
            uses[types[type]] += used
            waits[types[type]] += waited
            now = NF >= 86 && $86 + 0 > 0
            waiting += now
            rank = waited + (now ? 1e15 : 0)
            if (rank == 0) next
            if (kept < most) { kept++; least = kept } else if (rank <= ranks[low]) next
            else least = low
            ranks[least] = rank
            told[least] = types[type] "\t" substr($2, 2) "\t" now "\t" sprintf("%.0f\t%.0f", used, waited)
            if (kept == most) { low = 1; for (i = 2; i <= kept; i++) if (ranks[i] < ranks[low]) low = i }
        }
        END {
            for (key in count) { split(key, k, " "); printf "|figure\tlock\t%s\t%s\t%.0f\n", k[1], k[2], count[key] }
            for (key in uses) {
                printf "|figure\tuse\t%s\tholders\t%.0f\n|figure\tuse\t%s\twaited_ns\t%.0f\n", key, uses[key], key, waits[key]
            }
            printf "|figure\tdlm\tlocking_state\twaiters\t%.0f\n", waiting
            printf "|listed\t%.0f\t%.0f\n", lines, bytes
            for (i = 1; i <= kept; i++) printf "|lock\t%s\n", told[i]
            if (end != 0 || NR > ENVIRON["LINES_EACH"] + 0) printf "|remark\tcut\tlocking_state after %.0f locks\n", lines
            if (odd) printf "|remark\todd\tlocking_state: %.0f\n", odd
        }'
}

# What o2net sent and received over all peers: version, node, sent, ns for the socket, for sending, for the answer, received, ns for
# handling (fs/ocfs2/cluster/netdebug.c:sc_show_sock_stats).
o2net() {
    head -n 300 "$1" | awk -F , '
        NF >= 8 && $1 == 1 && $3 ~ /^[0-9]+$/ && $7 ~ /^[0-9]+$/ { sent += $3; received += $7; answer += $6; handling += $8; peers++ }
        END { if (peers) printf "|figure\tdlm\to2net\tsent\t%.0f\n|figure\tdlm\to2net\treceived\t%.0f\n|figure\tdlm\to2net\tsent_answer_ns\t%.0f\n|figure\tdlm\to2net\treceived_handling_ns\t%.0f\n",
            sent, received, answer, handling }'
}

# Lock resources that are there, and were made (fs/ocfs2/dlm/dlmdebug.c:debug_state_print).
o2dlm() {
    head -n 100 "$1/dlm_state" | tr -d '()' | awk '
        $1 == "Lock" && $2 == "Resources:" && $3 ~ /^[0-9]+$/ && $4 ~ /^[0-9]+$/ {
            printf "|figure\tdlm\tresources\tnow\t%.0f\n|figure\tdlm\tresources\tmade\t%.0f\n", $3, $4 }
        $1 == "MLEs:" && $2 ~ /^[0-9]+$/ && $3 ~ /^[0-9]+$/ { printf "|figure\tdlm\tmles\tnow\t%.0f\n|figure\tdlm\tmles\tmade\t%.0f\n", $2, $3 }
        $1 == "Purge" && $3 ~ /^[0-9]+$/ { printf "|figure\tdlm\tresources\tunused\t%.0f\n", $3 }'
    feed "$1/locking_state" | awk -F '[:,]' '
        /#end [0-9]+$/ { split($0, e, " "); end = e[2]; next }
        $1 == "LRES" && $2 == 1 { lines++; owners[$3]++ }
        $1 == "LOCK" && $2 == 1 { queue[$3 + 0]++ }
        END {
            printf "|figure\tdlm\tlocks\tgranted\t%.0f\n|figure\tdlm\tlocks\tconverting\t%.0f\n|figure\tdlm\tlocks\twaiting\t%.0f\n", queue[0], queue[1], queue[2]
            for (owner in owners) if (owner ~ /^[0-9]+$/) printf "|owner\t%s\t%.0f\n", owner, owners[owner]
            if (end != 0 || NR > ENVIRON["LINES_EACH"] + 0) printf "|remark\tcut\to2dlm after %.0f lock resources\n", lines
        }'
    awk '/Thread Pid:/ { for (i = 1; i < NF; i++) if ($i == "Node:" && $(i + 1) ~ /^[0-9]+$/) printf "|self\t%s\n", $(i + 1) }' "$1/dlm_state"
}

# Resources and locks of fs/dlm, those that this node masters among them (fs/dlm/debug_fs.c:print_format3), and its queues to others.
dlm() {
    lockspace=$debug/dlm/$1
    [ -r "${lockspace}_all" ] || return
    feed "${lockspace}_all" | awk '
        /#end [0-9]+$/ { end = $NF; next }
        $1 == "rsb" { lines++; if ($3 == 0) mastered++ }
        $1 == "lkb" { status[$9 + 0]++; if ($3 > 0) remote++ }
        END {
            printf "|figure\tdlm\tresources\tnow\t%.0f\n|figure\tdlm\tresources\tmastered\t%.0f\n", lines, mastered
            printf "|figure\tdlm\tlocks\twaiting\t%.0f\n|figure\tdlm\tlocks\tgranted\t%.0f\n|figure\tdlm\tlocks\tconverting\t%.0f\n", status[1], status[2], status[3]
            if (end != 0 || NR > ENVIRON["LINES_EACH"] + 0) printf "|remark\tcut\tdlm after %.0f lock resources\n", lines
        }'
    figure dlm requests outstanding "$(timeout -k 1 3 head -n 100000 "${lockspace}_waiters" | wc -l | tr -d ' ')"
    [ -r "${lockspace}_toss" ] && figure dlm resources unused "$(timeout -k 1 3 head -n 1000000 "${lockspace}_toss" | grep -c '^rsb')"
    queued=0
    for file in "$debug"/dlm/comms/*/send_queue_cnt; do
        value=$(head -c 20 "$file")
        number "$value" && queued=$((queued + value))
    done
    [ -e "$debug/dlm/comms" ] && figure dlm messages unacknowledged "$queued"
}

ocfs2() {
    uuid=
    id=$(printf '%s' "$device" | tr : ,)
    for directory in "$debug"/ocfs2/*; do
        head -n 1 "$directory/fs_state" | grep -q "Id: $id " && uuid=${directory##*/}
    done
    if [ -z "$uuid" ] || [ ! -r "$debug/ocfs2/$uuid/locking_state" ]; then
        no_debugfs ocfs2
        return
    fi
    locking_state "$debug/ocfs2/$uuid/locking_state"
    if [ -r "$debug/o2dlm/$uuid/dlm_state" ]; then
        o2dlm "$debug/o2dlm/$uuid"
        [ -r "$debug/o2net/stats" ] && o2net "$debug/o2net/stats"
    else
        dlm "$uuid"
    fi
}

no_debugfs() {
    if [ "$(id -u)" != 0 ]; then
        remark no-root ''
    elif [ "$debugfs" = 0 ]; then
        remark no-debugfs ''
    elif [ -d "$debug/$1" ]; then
        remark no-lock-files "$1"
    else
        remark no-module "$1"
    fi
}

# The shell may read this script from its standard input, which ends here.
main() {
    exec 2>/dev/null </dev/null
    echo "#quorate-sample 1"
    echo "#sample"
    printf '|boot\t%s\n' "$(head -c 40 /proc/sys/kernel/random/boot_id)"
    printf '|uptime\t%s\n' "$(head -c 40 /proc/uptime | cut -d ' ' -f 1)"
    find_mount
    memory
    slabs
    network
    disks
    [ "$device" = - ] || "$kind"
    echo "#end"
}

main

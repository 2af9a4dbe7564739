#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Makes a root look like a node with a mounted cluster file system: files of real kernels, and some made after the kernel's source, lie where
# the kernel has them. FILES holds them, and is written to afterwards, as the kernel would.
#
#   mounted.sh KIND FILES
set -eu
kind=$1
files=$2
uuid=6E3A1B5C9D7F4E21A0B8C6D4E2F01357

mount -t tmpfs none /sys/kernel/debug
mount -t tmpfs none /sys/fs
mount -t tmpfs none /sys/dev/block
mkdir -p /sys/dev/block/real/dm-3/slaves /sys/dev/block/real/sda /sys/dev/block/real/sdb
ln -s /sys/dev/block/real/sda /sys/dev/block/real/dm-3/slaves/sda
ln -s /sys/dev/block/real/sdb /sys/dev/block/real/dm-3/slaves/sdb
ln -s real/dm-3 /sys/dev/block/253:3

printf '%s\n' '21 1 0:20 / / rw - overlay none rw' '22 21 0:7 / /sys/kernel/debug rw - debugfs debugfs rw' \
    "23 21 253:3 / /mnt/the\\040fs rw,noatime shared:1 - $kind /dev/mapper/mpatha rw" >"$files/mountinfo"
printf '%s\n' '   8       0 sda 100 1 800 10 200 2 1600 20 0 30 40 0 0 0 0 5 6' '   8      16 sdb 1 0 8 1 2 0 16 2 0 3 4 0 0 0 0 0 0' \
    ' 253       3 dm-3 101 0 808 11 202 0 1616 22 0 33 44 0 0 0 0 5 6' >"$files/diskstats"
mount --bind "$files/mountinfo" /proc/1/mountinfo
mount --bind "$files/slabinfo" /proc/slabinfo
mount --bind "$files/diskstats" /proc/diskstats

if [ "$kind" = gfs2 ]; then
    mkdir -p /sys/fs/gfs2/lab:fs /sys/fs/gfs2/lab:other /sys/kernel/debug/gfs2/lab:fs /sys/kernel/debug/dlm/comms/2
    echo 253:3 >/sys/fs/gfs2/lab:fs/id
    echo 253:4 >/sys/fs/gfs2/lab:other/id
    cp "$files/glocks" "$files/glstats" /sys/kernel/debug/gfs2/lab:fs/
    # fs/gfs2/glock.c:gfs2_sbstats_seq_show, on two processors.
    printf '%-10s %8s: %15s %15s\n' type cpu 0 1 reserved dlm 9 9 inode srtt 51485 44571 inode dlm 300 12 inode queue 2400 100 iopen dlm 301 0 \
        >/sys/kernel/debug/gfs2/lab:fs/sbstats
    # fs/dlm/debug_fs.c:print_format3 and waiters_read.
    printf '%s\n' 'version rsb 1.1 lvb 1.1 lkb 1.1' 'rsb 00000000a1 0 0 0 0 0 0 24 str        2           107a1' 'lkb 1 2 3 0 0 45 10000 2 3 -1 0 0 0 4 1 2' \
        'lkb 2 0 0 0 0 45 0 2 0 -1 0 0 0 4 1 2' 'rsb 00000000a2 2 0 0 0 0 0 24 str        5           107a1' 'lkb 3 2 3 0 0 45 0 3 0 5 0 0 0 4 1 2' \
        >/sys/kernel/debug/dlm/fs_all
    printf '%s\n' '3 1 2        5           107a1' >/sys/kernel/debug/dlm/fs_waiters
    echo 7 >/sys/kernel/debug/dlm/comms/2/send_queue_cnt
else
    mkdir -p "/sys/kernel/debug/ocfs2/$uuid" "/sys/kernel/debug/o2dlm/$uuid" /sys/kernel/debug/o2net
    # fs/ocfs2/super.c:ocfs2_osb_dump.
    printf '%10s => Id: 253,3  Uuid: %s  Gen: 0x3F2A  Label: fs\n' Device "$uuid" >"/sys/kernel/debug/ocfs2/$uuid/fs_state"
    cp "$files/locking_state" "/sys/kernel/debug/ocfs2/$uuid/"
    # fs/ocfs2/dlm/dlmdebug.c:debug_state_print, dump_lockres.
    printf '%s\n' "Domain: $uuid  Key: 0x1234abcd  Protocol: 1.2" 'Thread Pid: 700  Node: 1  State: JOINED' 'Number of Joins: 1  Joining Node: 255' \
        'Domain Map: 1 2 ' 'Lock Resources: 2466 (3100)' 'MLEs: 1 (2500)' '  Blocking: 0 (3)' 'Purge Count: 12  Refs: 1' \
        >"/sys/kernel/debug/o2dlm/$uuid/dlm_state"
    printf '%s\n' 'NAME:M000000000000000001134200000000' 'LRES:1,1,0,0,0,0,0,0,0,0,3' 'RMAP:2 ' 'LOCK:1,0,5,-1,1,1:3,0,0,0,0,0,0,0,1,0' \
        'NAME:O000000000000000001134200000000' 'LRES:1,2,0,0,0,0,0,0,0,0,3' 'LOCK:1,0,3,-1,1,1:3,0,0,0,0,0,0,0,1,0' \
        'LOCK:1,1,3,5,2,2:3,0,0,0,0,0,0,0,1,0' >"/sys/kernel/debug/o2dlm/$uuid/locking_state"
    # Of a real kernel 6.1, fs/ocfs2/cluster/netdebug.c:sc_show_sock_stats.
    echo '1,2,8143,1863327254,31459579462,161038567180,7845,1673791835' >/sys/kernel/debug/o2net/stats
fi

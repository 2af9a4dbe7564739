#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Looks for the paths of inodes in a mounted cluster file system, as root, without writing.
#
#   paths.sh KIND PLACE ESCAPED SECONDS INODE...
#
# KIND is ocfs2 or gfs2, PLACE its mount point, ESCAPED the same as in /proc/self/mountinfo. OCFS2's debugfs.ocfs2, where it is installed,
# reads directories from the disk, which takes no locks, but may miss what is not written yet. Otherwise find goes through all that is
# mounted there, at the lowest priority: it takes a lock of each directory, and stops when all are found.
#
# "#quorate-paths 1", then "|path", inode and path behind tabs, then "#end".

PATH=/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
export PATH LC_ALL
umask 077

idle() {
    if command -v ionice >/dev/null; then
        exec nice -n 19 ionice -c 3 "$@"
    fi
    exec nice -n 19 "$@"
}

on_disk() {
    source=/dev/block/$number
    [ -b "$source" ] || source=$device
    for inode in "$@"; do
        # A tab, the inode, a tab, the path; that of a system file begins with two slashes, and it is in no directory that is mounted.
        (idle timeout -k 1 "$each" debugfs.ocfs2 -R "findpath <$inode>" "$source") | head -c 65536 | tr '\000' '\n' |
            awk -F '\t' -v inode="$inode" '$2 == inode && $3 ~ /^\// { printf "|path\t%s\t%s%s\n", inode, $3 ~ /^\/\// ? "" : ENVIRON["PREFIX"], $3; exit }'
    done
}

mounted() {
    wanted=$#
    for inode in "$@"; do
        set -- "$@" -o -inum "$inode"
        shift
    done
    shift
    # Names may have line feeds: they become question marks, and only a NUL ends a line.
    {
        # shellcheck disable=SC2016 # expanded by the inner shell
        timeout -k 1 "$seconds" sh -c 'printf "#pid %s\0" "$$"
            if command -v ionice >/dev/null; then exec nice -n 19 ionice -c 3 find "$@"; fi
            exec nice -n 19 find "$@"' sh "$place" -xdev \( "$@" \) -printf '%i\t%p\0'
        printf '#rc %s\0' "$?"
    } | tr '\n\000' '?\n' | awk -v wanted="$wanted" '
        /^#pid [0-9]+$/ { pid = $2; next }
        /^#rc 124$/ { print "|cut" }
        /^[0-9]+\t/ {
            split($0, part, "\t")
            printf "|path\t%s\n", $0
            fflush()
            if (!seen[part[1]]++ && ++found == wanted) system("kill " pid)
        }'
}

main() {
    exec 2>/dev/null </dev/null
    kind=$1
    place=$2
    PLACE=$3
    seconds=$4
    shift 4
    export PLACE
    PREFIX=$place
    [ "$PREFIX" = / ] && PREFIX=
    export PREFIX
    each=$((seconds / $#))
    echo "#quorate-paths 1"
    echo "#paths"
    mounts=$(head -c 4194304 /proc/1/mountinfo) || mounts=$(head -c 4194304 /proc/self/mountinfo)
    found=$(printf '%s\n' "$mounts" | awk '$5 == ENVIRON["PLACE"] { for (i = 7; i < NF - 1; i++) if ($i == "-") { print $(i + 1), $3, $(i + 2); break } }' |
        tail -n 1)
    number=${found#* }
    number=${number%% *}
    device=${found##* }
    if [ "${found%% *}" != "$kind" ]; then
        echo "|unmounted"
    elif [ "$kind" = ocfs2 ] && command -v debugfs.ocfs2 >/dev/null && { [ -b "/dev/block/$number" ] || [ -e "$device" ]; }; then
        echo "|disk"
        on_disk "$@"
    else
        mounted "$@"
    fi
    echo "#end"
}

main "$@"

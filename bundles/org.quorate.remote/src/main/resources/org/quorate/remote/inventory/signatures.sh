#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Reads the beginnings of block devices, as root, without writing: signatures of file systems, partition tables, LVM and
# RAID, and how much of the first MiB is not zero. Runs after inventory.sh, because a device without a path may hang.
# The devices are the arguments, as names in /dev. The form of the output is that of inventory.sh.

PATH=/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
export PATH LC_ALL
exec 2>/dev/null </dev/null
umask 077

echo "#quorate-signatures 1"
echo "#signatures"
for name in "$@"; do
    [ -b "/dev/$name" ] || continue
    timeout -k 1 10 blkid -p -o export "/dev/$name" | head -c 8192 | tr '\000\t' '  ' | sed "s/^/|tag	$name	/"
    # wipefs without an option that writes lists every signature, also those that blkid finds ambivalent.
    timeout -k 1 10 wipefs -n -p "/dev/$name" | head -c 8192 | tr '\000\t' '  ' | sed "s/^/|wipefs	$name	/"
    printf '|nonzero\t%s\t%s\n' "$name" "$(timeout -k 1 10 head -c 1048576 "/dev/$name" | tr -d '\000' | wc -c)"
done
if command -v pvs >/dev/null; then
    echo "#volumes"
    timeout -k 1 20 pvs --readonly --noheadings --units b --nosuffix --separator '	' -o pv_name,vg_name,pv_size | head -c 65536 |
        sed 's/^ */|pv	/'
    timeout -k 1 20 vgs --readonly --noheadings --units b --nosuffix --separator '	' -o vg_name,vg_size,vg_lock_type | head -c 65536 |
        sed 's/^ */|vg	/'
else
    echo "?volumes"
fi
if command -v multipath >/dev/null && [ -e /sys/module/dm_multipath ]; then
    echo "#multipath"
    timeout -k 1 20 multipath -ll -v 1 | head -c 65536 | sed 's/^/|/'
fi
echo "#end"

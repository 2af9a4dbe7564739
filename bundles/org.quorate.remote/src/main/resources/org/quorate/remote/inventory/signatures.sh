#!/bin/sh
# SPDX-License-Identifier: EPL-2.0
# Reads the beginnings of block devices, as root, without writing: signatures of file systems, partition tables, LVM and
# RAID, and how many bytes of the first MiB were read and are not zero. Runs after inventory.sh, because a device without a path may hang.
# The devices are the arguments, as names in /dev. The form of the output is that of inventory.sh.

PATH=/usr/sbin:/usr/bin:/sbin:/bin
LC_ALL=C
export PATH LC_ALL
exec 2>/dev/null </dev/null
umask 077

# Bytes of the first MiB that are not zero, and how many could be read: one that cannot be read is not empty. Past the cache of
# this node, which may still have what another node has since written over.
first() {
    { timeout -k 1 10 dd if="/dev/$1" bs=1048576 count=1 iflag=direct 2>&3 | tr -d '\000' | wc -c; } 3>&1 |
        awk '/^[0-9]+ bytes? / { read = $1 } /^ *[0-9]+$/ { nonzero = $1 } END { print nonzero + 0 "\t" read + 0 }'
}

echo "#quorate-signatures 1"
echo "#signatures"
for name in "$@"; do
    [ -b "/dev/$name" ] || continue
    timeout -k 1 10 blkid -p -o export "/dev/$name" | head -c 8192 | tr '\000\t' '  ' | sed "s/^/|tag	$name	/"
    # wipefs without an option that writes lists every signature, also those that blkid finds ambivalent.
    timeout -k 1 10 wipefs -n -p "/dev/$name" | head -c 8192 | tr '\000\t' '  ' | sed "s/^/|wipefs	$name	/"
    printf '|first\t%s\t%s\n' "$name" "$(first "$name")"
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
echo "#end"

#!/usr/bin/env bash
# Runs inside the throw-away Debian root: the steps that format, and their guards, on loop devices. A layer over /sys
# gives the loop device the WWID that the kernel would show for the LUN; everything else is real.
# /host/ocfs2 and /host/gfs2 are exports for a LUN of 1 GiB.
set -u
# shellcheck source=expect.sh
. /host/.expect.sh

ip link set lo up
ip addr add 192.168.1.101/24 dev lo
hostname node1
mkdir -p /scratch /dev/disk/by-id

# ---- OCFS2: the whole step ------------------------------------------------------------------------------------------
cd /host/ocfs2 || exit 1
# shellcheck disable=SC1091 # the export's own
. ./settings.sh
image=/scratch/lun.img
truncate -s "$LUN_BYTES" "$image"
loop=$(losetup --show -f "$image")
trap 'losetup -d "$loop"' EXIT
mkdir -p "/run/sys/devices/virtual/block/${loop#/dev/}/device"
echo "$LUN_SYSFS_WWID" >"/run/sys/devices/virtual/block/${loop#/dev/}/device/wwid"
mkdir -p /run/sys/block/sda/device
echo "$LUN_SYSFS_WWID" >/run/sys/block/sda/device/wwid
mount -t overlay -o ro,lowerdir=/run/sys:/sys none /sys
ln -s "$loop" "$DEVICE"

sum() {
    sha256sum <"$image"
}

blank() {
    truncate -s 0 "$image"
    truncate -s "${1:-$LUN_BYTES}" "$image"
    losetup -c "$loop"
}

step() {
    bash /host/ocfs2/node.sh "$@"
}

expect "lun: found by its WWID and size" 0 step plan lun
blank $((LUN_BYTES - 4096))
expect "lun: another size is refused" 2 step plan lun
says "bytes; the scenario says"
blank
expect "format: a blank LUN would change" 3 step plan format-ocfs2
before=$(sum)
expect "format: waits for the confirmation" 4 step apply format-ocfs2
says "CONFIRM_WWID=$LUN_WWID"
expect "format: a wrong confirmation is none" 4 env CONFIRM_WWID=360000000000000000000000000000000 bash node.sh apply format-ocfs2
expect "format: the device's name is no confirmation" 4 env "CONFIRM_WWID=$DEVICE" bash node.sh apply format-ocfs2
[[ $(sum) == "$before" ]] || { echo "FAIL the blank LUN was written" && failed=1; }

export CONFIRM_WWID=$LUN_WWID
expect "format: never before the fencing was tried" 2 step apply format-ocfs2
says "was never tried"
echo "webcluster of another device" >/var/lib/quorate/fencing-tested 2>/dev/null || { mkdir -p /var/lib/quorate && echo other >/var/lib/quorate/fencing-tested; }
expect "format: nor when another device was tried" 2 step apply format-ocfs2
expect "format: the trial is recorded" 0 step tested
guard() { # WHAT: whatever the image holds now must be refused and stay
    local before
    sync
    before=$(sum)
    expect "format: $1 is refused" 2 step apply format-ocfs2
    [[ $(sum) == "$before" ]] || { echo "FAIL $1 was written over" && failed=1; }
    blank
}
cannot() { # WHAT: a content that was not made must not pass for one that was refused
    echo "FAIL $1 could not be put on the device"
    failed=1
}
mkfs.ext4 -q "$loop" || cannot ext4
guard ext4
mkfs.xfs -q "$loop" || cannot XFS
guard XFS
mkfs.gfs2 -q -O -p lock_nolock "$loop" >/dev/null || cannot GFS2
guard GFS2
mkfs.ocfs2 -q -x --fs-feature-level=max-compat "$loop" >/dev/null 2>&1 </dev/null || mkfs.ocfs2 -q "$loop" >/dev/null 2>&1
guard "another OCFS2"
mkfs.ocfs2 -q "${MKFS_OPTIONS[@]/--cluster-stack=o2cb/--cluster-stack=pcmk}" "$loop" >/dev/null 2>&1 </dev/null
guard "this volume made for another cluster stack"
sgdisk -n 1:0:0 "$loop" >/dev/null || cannot GPT
guard GPT
printf 'label: dos\nstart=2048, type=83\n' | sfdisk -q "$loop" >/dev/null 2>&1 || cannot "an MBR partition table"
guard "an MBR partition table"
pvcreate -q "$loop" >/dev/null 2>&1 || cannot LVM
guard LVM
printf 'LUKS\xba\xbe\x00\x02' | dd of="$loop" conv=notrunc status=none || cannot LUKS
guard LUKS
mkswap -q "$loop" >/dev/null || cannot swap
guard swap
head -c 4096 /dev/urandom | dd of="$loop" conv=notrunc status=none || cannot "random data at the beginning"
guard "random data at the beginning"
printf x | dd of="$loop" conv=notrunc status=none bs=1 seek=1048575 || cannot "one byte in the first MiB"
guard "one byte in the first MiB"
printf x | dd of="$loop" conv=notrunc status=none bs=1 seek=$((LUN_BYTES - 1)) || cannot "one byte at the end"
guard "one byte at the end"
# The superblocks of btrfs (at 64 KiB) and of md: 1.2 at 4 KiB, 1.0 and 0.90 within the last 128 KiB. Their tools need drivers.
put() { # OFFSET PRINTF-FORMAT
    # shellcheck disable=SC2059 # the bytes to write
    printf "$2" | dd of="$loop" conv=notrunc status=none bs=1 seek="$1"
}
put $((65536 + 64)) '_BHRfS_M' || cannot btrfs
guard btrfs
put 4096 '\xfc\x4e\x2b\xa9\x01\x00\x00\x00' || cannot "md 1.2"
guard "md 1.2"
put $(((LUN_BYTES - 8192) / 4096 * 4096)) '\xfc\x4e\x2b\xa9\x01\x00\x00\x00' || cannot "md 1.0"
guard "md 1.0"
put $((LUN_BYTES / 65536 * 65536 - 65536)) '\xfc\x4e\x2b\xa9\x00\x00\x00\x00\x5a\x00\x00\x00' || cannot "md 0.90"
guard "md 0.90"
put 32769 'CD001\x01' || cannot "ISO 9660"
guard "ISO 9660"
mkfs.ext4 -q "$loop" && head -c 1048576 /dev/zero | dd of="$loop" conv=notrunc status=none && put $((LUN_BYTES - 512)) 'x' || cannot "ext4 whose beginning is lost"
guard "ext4 whose beginning is lost"
sgdisk -n 1:0:0 "$loop" >/dev/null && head -c 1048576 /dev/zero | dd of="$loop" conv=notrunc status=none || cannot "GPT whose beginning is lost"
guard "GPT whose beginning is lost"
head -c 1048576 /dev/urandom | dd of="$loop" conv=notrunc status=none || cannot "random data in all of the first MiB"
guard "random data in all of the first MiB"
head -c 1048576 /dev/urandom | dd of="$loop" conv=notrunc status=none bs=1048576 seek=$((LUN_BYTES / 1048576 - 1)) || cannot "random data in all of the last MiB"
guard "random data in all of the last MiB"
blank $((LUN_BYTES + 1048576)) || cannot "another size"
guard "another size"
mkdir -p /mnt/used
mkfs.ext4 -q "$loop" && mount "$loop" /mnt/used
expect "format: a mounted device is refused" 2 step apply format-ocfs2
umount /mnt/used
blank
echo naa.6001405000000000000000000000000f >/scratch/other
mount --bind /scratch/other "/sys/devices/virtual/block/${loop#/dev/}/device/wwid"
expect "format: another LUN is refused" 2 step apply format-ocfs2
says "not $DEVICE_WWID"
umount "/sys/devices/virtual/block/${loop#/dev/}/device/wwid"
expect "format: a blank LUN is formatted" 0 step apply format-ocfs2
before=$(sum)
expect "format: a second time there is nothing to do" 0 step apply format-ocfs2
says "already done"
[[ $(sum) == "$before" ]] || { echo "FAIL the second run wrote" && failed=1; }
expect "format: the volume is sound" 0 fsck.ocfs2 -n "$loop"

# ---- mount point: on a file system that knows the immutable flag --------------------------------------------------------
truncate -s 64M /scratch/ext4.img
mkfs.ext4 -q /scratch/ext4.img
mkdir /volumes
mount -o loop /scratch/ext4.img /volumes
expect "mount point: made" 0 step apply mount-point
expect "mount point: nothing can be written" 1 touch "$MOUNT_POINT/x"
expect "mount point: a second time there is nothing to do" 0 step apply mount-point
says "already done"
expect "mount point: taken back" 0 step undo mount-point
expect "mount point: can be written again" 0 touch "$MOUNT_POINT/x"
expect "mount point: one with files is refused" 2 step apply mount-point
umount /volumes 2>/dev/null

# ---- GFS2: mkfs and its question ----------------------------------------------------------------------------------------
gfs2() {
    (cd /host/gfs2 && . ./node.sh && set +u && make_gfs2 "$loop")
}
# A logical volume cannot be made here (no device mapper), so the loop device stands in for the volume that mkfs gets, and
# for the LUN that the volume group is made of.
lun_of_gfs2() { # the step before: LVM's own data. Only looked at: after the look, act would ask for the fencing first.
    (cd /host/gfs2 && bash node.sh plan volume-gfs2)
}
blank
expect "volume: a blank LUN would be taken" 3 lun_of_gfs2
before=$(sum)
expect "volume: never before the fencing was tried" 2 env --unset=CONFIRM_WWID bash -c 'cd /host/gfs2 && rm -f /var/lib/quorate/fencing-tested && CONFIRM_WWID='"$LUN_WWID"' bash node.sh apply volume-gfs2'
says "was never tried"
[[ $(sum) == "$before" ]] || { echo "FAIL volume: the blank LUN was written" && failed=1; }
for content in ext4 xfs ocfs2 gpt mbr lvm luks swap btrfs md random end; do
    blank
    case $content in
    ext4) mkfs.ext4 -q "$loop" ;;
    xfs) mkfs.xfs -q "$loop" ;;
    ocfs2) mkfs.ocfs2 -q "$loop" >/dev/null 2>&1 </dev/null ;;
    gpt) sgdisk -n 1:0:0 "$loop" >/dev/null ;;
    mbr) printf 'label: dos\nstart=2048, type=83\n' | sfdisk -q "$loop" >/dev/null 2>&1 ;;
    lvm) pvcreate -q "$loop" >/dev/null 2>&1 ;;
    luks) put 0 'LUKS\xba\xbe\x00\x02' ;;
    swap) mkswap -q "$loop" >/dev/null ;;
    btrfs) put $((65536 + 64)) '_BHRfS_M' ;;
    md) put 4096 '\xfc\x4e\x2b\xa9\x01\x00\x00\x00' ;;
    random) head -c 4096 /dev/urandom | dd of="$loop" conv=notrunc status=none ;;
    end) put $((LUN_BYTES - 1)) 'x' ;;
    esac
    sync
    before=$(sum)
    expect "volume: $content is refused" 2 lun_of_gfs2
    [[ $(sum) == "$before" ]] || { echo "FAIL volume: $content was written over" && failed=1; }
    before=$(sum)
    expect "gfs2: $content is refused" 2 gfs2
    [[ $(sum) == "$before" ]] || { echo "FAIL gfs2: $content was written over" && failed=1; }
done
blank
sed -i.kept s/webcluster:webdata/other:webdata/ /host/gfs2/settings.sh
expect "gfs2: another cluster's lock table is refused" 2 bash /host/gfs2/node.sh plan format-gfs2
says "the lock table must be webcluster:NAME"
mv /host/gfs2/settings.sh.kept /host/gfs2/settings.sh
expect "gfs2: a blank volume is formatted" 0 gfs2
[[ $(blkid -p -s LABEL -o value "$loop") == webcluster:webdata ]] || { echo "FAIL gfs2: no lock table" && failed=1; }
expect "gfs2: a second time is refused" 2 gfs2
exit "$failed"

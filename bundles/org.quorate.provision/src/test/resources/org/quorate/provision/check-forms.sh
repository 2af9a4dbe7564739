#!/usr/bin/env bash
# Runs inside the throw-away Debian root: pages of plain commands (/host/*-cmd) and Ansible projects (/host/*-ansible) of
# several kinds of exports, by their tools; and the command that formats, on a loop device.
set -u
failed=0

attempt() { # WHAT COMMAND...: the command must succeed and say nothing
    local what=$1 out
    shift
    if out=$("$@" 2>&1) && [[ -z $out ]]; then
        echo "ok $what"
    else
        echo "FAIL $what: $*"
        echo "$out" | tail -n 40
        failed=1
    fi
}

# Each bash block of a page becomes a file, called by its checksum: the same block in another page is read once.
blocks() { # PAGE FOLDER
    awk -v folder="$2" '
        /^ *```+bash$/ { inside = 1; file = folder "/" ++n; print "#!/usr/bin/env bash" >file; next }
        /^ *```+$/ { if (inside) close(file); inside = 0; next }
        inside { sub(/^   /, ""); print >file }' "$1"
    local file
    for file in "$2"/[0-9]*; do
        mv "$file" "$2/b-$(sha256sum <"$file" | cut -c1-32).sh"
    done
}

mkdir /tmp/blocks
for page in /host/*-cmd/commands.md; do
    blocks "$page" /tmp/blocks
    attempt "checksums ${page%/*}" sh -c 'cd "$1" && sha256sum --strict --quiet -c SHA256SUMS' - "${page%/*}"
    attempt "files ${page%/*}" bash -c '
        cd "$1"; grep -ohE "(files/(common|only)|blocks|fencing)/[A-Za-z0-9._/@-]+" commands.md | sort -u | while read -r f; do
            [[ -e ${f%.} || $f == */ ]] || echo "the page names $f, which is not there"; done' - "${page%/*}"
done
count=$(find /tmp/blocks -type f | wc -l)
((count > 200)) && echo "ok blocks $count" || { echo "FAIL only $count blocks" && failed=1; }
for file in /tmp/blocks/*; do
    bash -n "$file" || { echo "FAIL syntax of $file" && cat "$file" && failed=1; }
done
attempt "shellcheck of all blocks" shellcheck -S style /tmp/blocks/*.sh

# ---- the command that formats, but for the WWID, which a loop device has not -------------------------------------------
mkdir -p /var/lib/quorate
grep -l 'mkfs.ocfs2 ' /tmp/blocks/* | while read -r file; do
    grep -q "$(sed -n 's/^LUN_BYTES=//p' /host/settings)" "$file" && echo "$file"
done | head -n 1 >/tmp/formats
format=$(cat /tmp/formats)
sed -n "s/.*fencing-tested)\" = '\([^']*\)' .*/\1/p" "$format" >/tmp/mark
device=$(sed -n 's/.*blockdev --getsize64 \(\S*\))".*/\1/p' "$format")
truncate -s "$(sed -n 's/^LUN_BYTES=//p' /host/settings)" /tmp/lun
loop=$(losetup --show -f /tmp/lun)
sed -e '/device\/wwid/d' -e "s:$device:$loop:g" "$format" >/tmp/format.sh
refused() { # WHAT
    local before after
    sync && before=$(sha256sum </tmp/lun)
    bash /tmp/format.sh >/tmp/out 2>&1 && { echo "FAIL $1: it was formatted" && failed=1; }
    sync && after=$(sha256sum </tmp/lun)
    [[ $before == "$after" ]] && echo "ok $1: left as it was" || { echo "FAIL $1: changed" && failed=1; }
}
refused "blank, but the fencing was never tried"
cp /tmp/mark /var/lib/quorate/fencing-tested
mkfs.ext4 -q -F "$loop" && refused "ext4"
dd if=/dev/zero of="$loop" bs=1M count=64 status=none && dd if=/dev/urandom of="$loop" bs=4k seek=8 count=1 status=none
refused "data that no tool knows"
dd if=/dev/zero of="$loop" bs=1M status=none 2>/dev/null
echo tail | dd of="$loop" bs=1 seek=$(($(blockdev --getsize64 "$loop") - 4096)) status=none
refused "data at the end"
dd if=/dev/zero of="$loop" bs=1M status=none 2>/dev/null
if bash /tmp/format.sh >/tmp/out 2>&1 && [[ $(blkid -p -s TYPE -o value "$loop") == ocfs2 ]]; then
    echo "ok blank: formatted"
else
    echo "FAIL blank: $(cat /tmp/out)"
    failed=1
fi
refused "the file system that it made"
losetup -d "$loop"

# ---- Ansible projects --------------------------------------------------------------------------------------------------------
for project in /host/*-ansible; do
    cd "$project" || exit 1
    attempt "checksums $project" sha256sum --strict --quiet -c SHA256SUMS
    attempt "yamllint $project" yamllint -s .
    attempt "ansible-lint $project" ansible-lint --offline --profile production -q site.yml post_check.yml rollback.yml
    attempt "scripts $project" bash -n export/node.sh
done
exit "$failed"

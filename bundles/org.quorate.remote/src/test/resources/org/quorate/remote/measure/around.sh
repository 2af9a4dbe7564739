#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Makes a LUN and runs nodes.sh; the LUN is gone when all that has it open has ended.
#
#   around.sh NODES ROOT COUNT WORK COMMAND...
set -euo pipefail
nodes=$1 root=$2 count=$3 work=$4
shift 4
mkdir "$work/filled"
truncate -s 256M "$work/lun.img"
loop=$(losetup --show -f "$work/lun.img")
exec 7<"$loop"
losetup -d "$loop"
printf '%s\n' "$loop" >"$work/loop"
exec 8<>/dev/net/tun
exec bash "$nodes" "$root" "$count" "$work" bash "$work/delayed.sh" "$root" "$work" "$@"

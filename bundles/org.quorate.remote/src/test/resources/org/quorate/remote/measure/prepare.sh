# SPDX-License-Identifier: EPL-2.0
# shellcheck shell=bash disable=SC2154 # of nodes.sh
# What measuring needs on each node of nodes.sh: a LUN, which is a loop device of the caller, and places for scratch files.
lun=$(cat "$work/loop")
touch "dev/${lun##*/}"
mount --bind "$lun" "dev/${lun##*/}"
mkdir -p disk memory
mount --bind "$work/filled" disk
mount -t tmpfs -o size=200m none memory
# Node 2 has no ping and node 3 no fio.
[[ $i != 2 ]] || rm -f bin/ping usr/bin/ping
[[ $i != 3 ]] || rm -f usr/bin/fio

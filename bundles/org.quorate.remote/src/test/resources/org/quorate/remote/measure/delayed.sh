#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# Runs a command beside nodes of which what node 1 sends to node 2 takes 4 ms longer; descriptor 8 is /dev/net/tun.
# netem would do that, but not every kernel has it.
#
#   delayed.sh ROOT WORK COMMAND...
set -euo pipefail
root=$1 work=$2
shift 2
nice -n -15 chroot "$root" python3 -B -c "$(cat "$work/delay.py")" 4 <&8 &
until ip link show delay0 >/dev/null 2>&1; do sleep 0.05; done
ip link set delay0 up
for conf in all delay0 v1; do echo 0 >"/proc/sys/net/ipv4/conf/$conf/rp_filter"; done
ip route add default dev delay0 table 77
ip rule add iif v1 to 198.51.100.2 lookup 77
"$@"

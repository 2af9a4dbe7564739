#!/bin/sh
# Takes the O2CB cluster of /etc/default/o2cb online or offline: quorate-o2cb online|offline
# In the place of Ubuntu 20.04's own service (github.com/markfasheh/ocfs2-tools/issues/50).
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin
# shellcheck source=/dev/null
. /etc/default/o2cb
cluster=/sys/kernel/config/cluster/$O2CB_BOOTCLUSTER

case ${1:-} in
online)
    modprobe configfs
    [ -d /sys/kernel/config/cluster ] || mountpoint -q /sys/kernel/config || mount -t configfs configfs /sys/kernel/config
    modprobe ocfs2_stackglue
    modprobe ocfs2_stack_o2cb
    [ -d "$cluster" ] || o2cb register-cluster "$O2CB_BOOTCLUSTER"
    echo "$O2CB_HEARTBEAT_THRESHOLD" >"$cluster/heartbeat/dead_threshold"
    echo "$O2CB_IDLE_TIMEOUT_MS" >"$cluster/idle_timeout_ms"
    echo "$O2CB_KEEPALIVE_DELAY_MS" >"$cluster/keepalive_delay_ms"
    echo "$O2CB_RECONNECT_DELAY_MS" >"$cluster/reconnect_delay_ms"
    ;;
offline)
    [ ! -d "$cluster" ] || o2cb unregister-cluster "$O2CB_BOOTCLUSTER"
    ;;
*)
    echo "usage: $0 online|offline" >&2
    exit 2
    ;;
esac

health_stack() {
    health_say "o2cb: cluster $CLUSTER is online" o2cb cluster-status "$CLUSTER"
    health_say "o2cb starts at boot" grep -qx O2CB_ENABLED=true "$O2CB_DEFAULTS"
    health_say "a kernel panic restarts this node" test "$(sysctl -n kernel.panic)" -gt 0
    say "mounted on:"
    mounted.ocfs2 -f "$DEVICE"
}

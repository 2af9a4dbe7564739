# title: OCFS2 is led by Pacemaker: o2cb is off, and nothing but Pacemaker starts the lock manager
# where: each node
# risk: none
# why: A node that mounts by o2cb and one that mounts by Pacemaker do not see each other's locks. mount.ocfs2 chooses the
# why: stack by what is written on the volume, unless another one is at work already.
check() {
    local unit
    no_o2cb_cluster_is_online
    for unit in "${UNITS_OFF[@]}"; do
        unit_is_off "$unit"
    done
}
act() {
    local unit
    for unit in "${UNITS_OFF[@]}"; do
        switch_off "$unit"
    done
}
undo() {
    note "they stay off: this export never switched them on"
}
plain_look() {
    ls /sys/kernel/config/cluster # must show nothing, or be missing: else an o2cb cluster is online
}
plain_act() {
    # Pacemaker starts the lock manager itself, and o2cb is another stack. What does not exist is passed over.
    systemctl disable --now "$UNIT" 2>/dev/null # each UNIT in UNITS_OFF
}
plain_verify() {
    systemctl is-active o2cb.service ocfs2.service dlm.service # must not say: active
}

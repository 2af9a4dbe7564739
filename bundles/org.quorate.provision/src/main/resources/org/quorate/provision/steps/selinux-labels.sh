# title: SELinux: label what is on the volume, from one node
# where: first node
# risk: none
# why: Labels are stored on the volume, once for all nodes. Restoring them from several at once makes them fight for locks.
check() {
    local path
    selinux_is_on || return 0
    is_mounted || change "$MOUNT_POINT is not mounted yet"
    for path in "${DIRECTORIES[@]}"; do
        [[ $(stat -c %C -- "$path" 2>/dev/null) == *":$WEB_TYPE:"* ]] || change "$path is not labelled $WEB_TYPE"
    done
}
act() {
    require_mounted
    has_label_rule || refuse "this node has no rule for the labels: step selinux-rule"
    restorecon -R -- "$MOUNT_POINT"
}
undo() {
    note "the labels stay"
}
plain_look() {
    ls -dZ "${DIRECTORIES[@]}"
}
plain_act() {
    restorecon -R "$MOUNT_POINT"
}
plain_verify() {
    ls -dZ "${DIRECTORIES[@]}" # must say: httpd_sys_rw_content_t
}

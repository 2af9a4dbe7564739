# title: SELinux: what the volume's files are called
# where: each node
# risk: none
# why: The web server may not write to files without a label of its own. The rule is of each node; the labels are on the volume.
check() {
    selinux_is_on || return 0
    has_label_rule || change "SELinux has no rule for $MOUNT_POINT"
}
act() {
    semanage fcontext --add --type "$WEB_TYPE" "$(label_rule)"
}
undo() {
    ! selinux_is_on || ! has_label_rule || semanage fcontext --delete "$(label_rule)"
}
plain_look() {
    getenforce
    semanage fcontext --list --locallist
}
plain_act() {
    semanage fcontext --add --type httpd_sys_rw_content_t "$MOUNT_POINT(/.*)?"
}
plain_verify() {
    semanage fcontext --list --locallist | grep -F "$MOUNT_POINT"
}
plain_undo() {
    semanage fcontext --delete "$MOUNT_POINT(/.*)?"
}

# title: The O2CB cluster stack, at boot too
# where: each node
# risk: none
# why: Debian's and Ubuntu's default is O2CB_ENABLED=false: the unit then looks green and no cluster is up. In Ubuntu 20.04
# why: the package's own service does nothing at all, and a unit of this export takes its place.
check() {
    local at_work=no path
    [[ -z $(findmnt -rn -t ocfs2 -o TARGET) ]] || at_work=yes
    for path in "${O2CB_FILES[@]}"; do
        if ! file_is_installed "$path"; then
            [[ $at_work == no ]] || refuse "OCFS2 is mounted here: node list and timeouts change on all nodes together, unmounted"
            change "the configuration changes"
        fi
    done
    systemctl is-enabled --quiet "${O2CB_UNITS[0]}" 2>/dev/null || change "o2cb does not start at boot"
    o2cb cluster-status "$CLUSTER" >/dev/null 2>&1 || change "cluster $CLUSTER is not online"
    [[ $(cat "/sys/kernel/config/cluster/$CLUSTER/heartbeat/dead_threshold" 2>/dev/null) == "$HEARTBEAT_THRESHOLD" ]] ||
        change "another heartbeat threshold than $HEARTBEAT_THRESHOLD is in force"
}
guard() {
    ! grep -qsE '^[[:space:]]+name = ' /etc/ocfs2/cluster.conf ||
        grep -qsE "^[[:space:]]+name = $CLUSTER\$" /etc/ocfs2/cluster.conf ||
        refuse "/etc/ocfs2/cluster.conf describes another cluster"
    [[ -z $(findmnt -rn -t ocfs2 -o TARGET) ]] || refuse "OCFS2 is mounted here: unmount it on all nodes first"
    # Files of this export that were edited: no tool complains of these, and no cluster comes up.
    refuse_other_address
    grep -qx O2CB_ENABLED=true "$(bundle_file "$O2CB_DEFAULTS")" ||
        refuse "this export's $O2CB_DEFAULTS does not say O2CB_ENABLED=true: o2cb would start without a word and do nothing"
}
act() {
    install_files "${O2CB_FILES[@]}"
    reload_units
    if [[ ${O2CB_UNITS[0]} != o2cb.service ]]; then
        switch_off ocfs2.service
        switch_off o2cb.service
    fi
    systemctl enable "${O2CB_UNITS[@]}"
    systemctl restart "${O2CB_UNITS[0]}"
}
undo() {
    local i path
    [[ -z $(findmnt -rn -t ocfs2 -o TARGET) ]] || refuse "OCFS2 is still mounted"
    for ((i = ${#O2CB_UNITS[@]} - 1; i >= 0; i--)); do
        switch_off "${O2CB_UNITS[i]}"
    done
    for path in "${O2CB_FILES[@]}"; do
        restore_original "$path"
    done
    reload_units
}
plain_look() {
    findmnt -t ocfs2 # must show nothing: node list and timeouts change on all nodes together, unmounted
    o2cb cluster-status "$CLUSTER"
}
plain_act() {
    systemctl daemon-reload
    systemctl disable --now ocfs2.service o2cb.service # the package's own # when OWN_O2CB
    systemctl enable "$UNIT" # each UNIT in O2CB_UNITS
    systemctl restart "${O2CB_UNITS[0]}"
}
plain_verify() {
    o2cb cluster-status "$CLUSTER" # must say: online
    cat "/sys/kernel/config/cluster/$CLUSTER/heartbeat/dead_threshold" # must say: $HEARTBEAT_THRESHOLD
}
plain_undo() {
    systemctl disable --now "${O2CB_UNITS[@]}"
}

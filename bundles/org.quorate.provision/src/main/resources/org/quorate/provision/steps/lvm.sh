# title: LVM takes its locks from the cluster
# where: each node
# risk: none
# why: Two nodes that change the metadata of one volume group without locks destroy it.
check() {
    local unit
    file_is_installed /etc/lvm/lvmlocal.conf
    for unit in "${UNITS_OFF[@]}"; do
        unit_is_off "$unit"
    done
}
guard() {
    local text
    if [[ -e /etc/lvm/lvmlocal.conf && ! -e $ORIGINALS/etc/lvm/lvmlocal.conf ]]; then
        text=$(sed 's/#.*//' /etc/lvm/lvmlocal.conf | tr -d '[:space:]')
        [[ $text == '' || $text == 'local{}' ]] || refuse "/etc/lvm/lvmlocal.conf holds settings of yours: $text"
    fi
}
act() {
    install_file /etc/lvm/lvmlocal.conf
    local unit
    lvmconfig --validate
    for unit in "${UNITS_OFF[@]}"; do
        switch_off "$unit"
    done
}
undo() {
    restore_original /etc/lvm/lvmlocal.conf
}
plain_look() {
    grep -v '^[[:space:]]*#' /etc/lvm/lvmlocal.conf # settings of yours: then merge the file by hand
}
plain_act() {
    lvmconfig --validate
    # Pacemaker starts these itself; enabled by their packages, they race with it. What does not exist is passed over.
    systemctl disable --now "$UNIT" 2>/dev/null # each UNIT in UNITS_OFF
}
plain_verify() {
    lvmconfig global/use_lvmlockd # must say: 1 # when lvmlockd
    lvmconfig global/locking_type # must say: 3 # when clvmd
}

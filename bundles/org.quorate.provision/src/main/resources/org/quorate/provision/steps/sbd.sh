# title: SBD: the watchdog resets a node that lost the quorum
# where: each node
# risk: none
# why: Fencing without a power switch. It is as good as the watchdog: softdog is refused, it hangs with the kernel.
check() {
    file_is_installed "$SBD_DEFAULTS"
    systemctl is-enabled --quiet sbd.service 2>/dev/null || change "sbd does not start with corosync"
}
guard() {
    [[ -c /dev/watchdog ]] || refuse "this node has no watchdog device"
    ! grep -qsi 'software watchdog' /sys/class/watchdog/watchdog0/identity || refuse "softdog is no hardware watchdog"
    [[ $(systemd_watchdog) == '' ]] ||
        refuse "systemd holds the watchdog, which one program can open: take RuntimeWatchdogSec out of its configuration, restart the node"
    ! systemctl is-active --quiet corosync.service || refuse "sbd can only be switched on while corosync is down on this node"
}
act() {
    install_file "$SBD_DEFAULTS"
    systemctl enable sbd.service
}
undo() {
    ! systemctl is-active --quiet corosync.service || refuse "corosync still runs"
    switch_off sbd.service
    restore_original "$SBD_DEFAULTS"
}
plain_look() {
    cat /sys/class/watchdog/watchdog0/identity # must name hardware: softdog hangs with the kernel that it should watch
    systemctl is-active corosync.service # must say: inactive
}
plain_act() {
    systemctl enable sbd.service
}
plain_verify() {
    systemctl is-enabled sbd.service
}
plain_undo() {
    systemctl disable sbd.service # with corosync stopped
}

# title: A hung node is reset before the others take its locks
# where: each node
# risk: none
# why: OCFS2's self-fencing runs in the node's own kernel. When that hangs, only a watchdog stops it.
check() {
    file_is_installed /etc/systemd/system.conf.d/90-quorate-watchdog.conf
    [[ -e /dev/watchdog ]] || change "there is no watchdog device"
    [[ $(systemctl show -p RuntimeWatchdogUSec --value) == "${WATCHDOG_SECONDS}s" ]] || change "systemd does not feed the watchdog"
}
act() {
    if [[ ! -e /dev/watchdog ]]; then
        note "no hardware watchdog found: softdog is better than none, but shares the fate of a hung kernel"
        install_file /etc/modules-load.d/quorate-watchdog.conf
        modprobe softdog
    fi
    install_file /etc/systemd/system.conf.d/90-quorate-watchdog.conf
    systemctl daemon-reexec
}
undo() {
    restore_original /etc/systemd/system.conf.d/90-quorate-watchdog.conf
    restore_original /etc/modules-load.d/quorate-watchdog.conf
    [[ ! -d /run/systemd/system ]] || systemctl daemon-reexec
}

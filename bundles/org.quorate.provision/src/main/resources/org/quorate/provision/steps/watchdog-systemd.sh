# title: A hung node is reset before the others take its locks
# where: each node
# risk: none
# why: OCFS2's self-fencing runs in the node's own kernel. When that hangs, only a watchdog stops it.
check() {
    file_is_installed /etc/systemd/system.conf.d/90-quorate-watchdog.conf
    file_is_installed /etc/systemd/system/quorate-watchdog.service
    unit_is_on quorate-watchdog.service
    [[ -e /dev/watchdog ]] || change "there is no watchdog device"
    [[ $(systemctl show -p RuntimeWatchdogUSec) == "RuntimeWatchdogUSec=${WATCHDOG_SECONDS}s" ]] || change "systemd has another time for the watchdog"
    [[ -n $(find /proc/1/fd -lname '/dev/watchdog*') ]] || change "systemd does not feed the watchdog"
}
guard() {
    [[ -e /dev/watchdog ]] ||
        note "no hardware watchdog found: softdog is better than none, but shares the fate of a hung kernel"
}
act() {
    install_file /etc/systemd/system.conf.d/90-quorate-watchdog.conf
    install_file /etc/systemd/system/quorate-watchdog.service
    reload_units
    systemctl enable quorate-watchdog.service
    systemctl restart quorate-watchdog.service
    systemctl daemon-reexec
}
undo() {
    # A watchdog that cannot be stopped any more (nowayout) resets a node half a minute after nobody feeds it.
    if [[ -n $(find /proc/1/fd -lname '/dev/watchdog*') && -f /etc/systemd/system.conf.d/90-quorate-watchdog.conf ]]; then
        install -D -m 0644 /etc/systemd/system.conf.d/90-quorate-watchdog.conf /run/systemd/system.conf.d/90-quorate-watchdog.conf
        note "systemd feeds the watchdog until the next start"
    fi
    restore_original /etc/systemd/system.conf.d/90-quorate-watchdog.conf
    switch_off quorate-watchdog.service
    restore_original /etc/systemd/system/quorate-watchdog.service
    [[ ! -d /run/systemd/system ]] || systemctl daemon-reexec
}
plain_look() {
    ls -l /dev/watchdog
}
plain_act() {
    systemctl daemon-reload
    systemctl enable quorate-watchdog.service
    systemctl restart quorate-watchdog.service
    systemctl daemon-reexec
}
plain_verify() {
    systemctl show -p RuntimeWatchdogUSec # must say: ${WATCHDOG_SECONDS}s
    find /proc/1/fd -lname '/dev/watchdog*' # must name one
}
plain_undo() {
    # fed until the next start: one that cannot be stopped any more (nowayout) would reset the node
    install -D -m 0644 /etc/systemd/system.conf.d/90-quorate-watchdog.conf /run/systemd/system.conf.d/90-quorate-watchdog.conf
    systemctl disable --now quorate-watchdog.service
    @files@
    systemctl daemon-reexec
}

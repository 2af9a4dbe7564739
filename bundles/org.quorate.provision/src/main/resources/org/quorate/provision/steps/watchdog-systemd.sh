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
    [[ -n $(systemd_watchdog) ]] || change "systemd does not feed the watchdog"
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
    local held
    held=$(systemd_watchdog)
    # One that cannot be stopped any more resets the node when nobody has fed it for its time.
    if [[ $held != '' && -f /etc/systemd/system.conf.d/90-quorate-watchdog.conf ]] && ! can_be_stopped "$held"; then
        install -D -m 0644 /etc/systemd/system.conf.d/90-quorate-watchdog.conf /run/systemd/system.conf.d/90-quorate-watchdog.conf
        note "$held cannot be stopped any more: systemd feeds it until the next start"
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
    cat /sys/class/watchdog/watchdog0/nowayout # says 0: go on without the next line, which keeps it fed until the next start
    install -D -m 0644 /etc/systemd/system.conf.d/90-quorate-watchdog.conf /run/systemd/system.conf.d/90-quorate-watchdog.conf
    systemctl disable --now quorate-watchdog.service
    @files@
    systemctl daemon-reexec
}

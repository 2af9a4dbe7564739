# title: Old PHP sessions are removed, from one node only
# where: first node
# risk: none
# why: PHP's own collection is off: it would run on every node, and the nodes would fight for locks.
check() {
    file_is_installed /etc/systemd/system/quorate-php-sessions.service
    file_is_installed /etc/systemd/system/quorate-php-sessions.timer
    unit_is_on quorate-php-sessions.timer
}
act() {
    install_file /etc/systemd/system/quorate-php-sessions.service
    install_file /etc/systemd/system/quorate-php-sessions.timer
    reload_units
    systemctl enable --now quorate-php-sessions.timer
}
undo() {
    switch_off quorate-php-sessions.timer
    restore_original /etc/systemd/system/quorate-php-sessions.timer
    restore_original /etc/systemd/system/quorate-php-sessions.service
    reload_units
}
plain_look() {
    systemctl list-timers --no-pager --all
}
plain_verify() {
    systemctl list-timers --no-pager quorate-php-sessions.timer
}
plain_undo() {
    systemctl disable --now quorate-php-sessions.timer
    @files@
    systemctl daemon-reload
}

# title: PHP sessions on the volume; PHP runs only while it is mounted
# where: each node
# risk: none
# why: In the pool, since php.ini differs between PHP's interfaces and versions; quoted, since ; starts a comment there.
check() {
    file_is_installed "$PHP_POOL_FILE"
    file_is_installed "/etc/systemd/system/$PHP_UNIT.d/quorate.conf"
    (test_php) >/dev/null 2>&1 || change "PHP's configuration does not pass its test"
    unit_is_on "$PHP_UNIT"
}
act() {
    install_file "$PHP_POOL_FILE"
    install_file "/etc/systemd/system/$PHP_UNIT.d/quorate.conf"
    test_php
    reload_units
    systemctl enable "$PHP_UNIT"
    systemctl restart "$PHP_UNIT"
}
undo() {
    restore_original "$PHP_POOL_FILE"
    restore_original "/etc/systemd/system/$PHP_UNIT.d/quorate.conf"
    reload_units
    restart_if_active "$PHP_UNIT"
}
plain_look() {
    "$PHP_FPM" -tt 2>&1 | grep -E 'user =|save_path' # the pool www must run as $OWNER
}
plain_act() {
    systemctl daemon-reload
    "$PHP_FPM" -t && systemctl enable "$PHP_UNIT" && systemctl restart "$PHP_UNIT"
}
plain_verify() {
    "$PHP_FPM" -tt 2>&1 | grep save_path
    systemctl status --no-pager "$PHP_UNIT"
}
plain_undo() {
    @files@
    systemctl daemon-reload
    systemctl restart "$PHP_UNIT"
}

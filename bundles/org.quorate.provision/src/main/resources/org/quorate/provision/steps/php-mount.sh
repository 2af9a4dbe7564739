# title: PHP sessions on the volume; PHP runs only while it is mounted
# where: each node
# risk: none
# why: In the pool, since php.ini differs between PHP's interfaces and versions; quoted, since ; starts a comment there.
check() {
    file_is_installed "$PHP_POOL_FILE"
    file_is_installed "/etc/systemd/system/$PHP_UNIT.d/quorate.conf"
    unit_is_on "$PHP_UNIT"
}
act() {
    install_file "$PHP_POOL_FILE"
    install_file "/etc/systemd/system/$PHP_UNIT.d/quorate.conf"
    "$PHP_FPM" -t
    pool_runs_as_owner
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

# title: PHP sessions on the volume; Pacemaker will start PHP
# where: each node
# risk: none
# why: In the pool, since php.ini differs between PHP's interfaces and versions; quoted, since ; starts a comment there.
# why: The unit is not started at boot: only Pacemaker knows when the volume is mounted.
check() {
    file_is_installed "$PHP_POOL_FILE"
    [[ $PHP_CONDITION == '' ]] || file_is_installed "$PHP_CONDITION"
    (test_php) >/dev/null 2>&1 || change "PHP's configuration does not pass its test"
    ! systemctl is-enabled --quiet "$PHP_UNIT" 2>/dev/null || change "$PHP_UNIT starts at boot by itself"
}
act() {
    install_files "$PHP_POOL_FILE" "$PHP_CONDITION"
    reload_units
    test_php
    systemctl disable "$PHP_UNIT"
    if cib_has php-fpm; then
        systemctl try-restart "$PHP_UNIT"
    else
        systemctl stop "$PHP_UNIT"
    fi
}
undo() {
    if [[ $PHP_CONDITION != '' ]]; then
        restore_original "$PHP_CONDITION"
        reload_units
    fi
    if [[ -e $PHP_POOL_FILE ]]; then
        restore_original "$PHP_POOL_FILE"
        systemctl enable "$PHP_UNIT"
        [[ ! -d /run/systemd/system ]] || systemctl restart "$PHP_UNIT"
    fi
}
plain_look() {
    "$PHP_FPM" -tt 2>&1 | grep -E 'user =|save_path' # the pool www must run as $OWNER
}
plain_act() {
    systemctl daemon-reload
    "$PHP_FPM" -t && systemctl disable --now "$PHP_UNIT" # Pacemaker will start it, in the next step
}
plain_verify() {
    "$PHP_FPM" -tt 2>&1 | grep save_path
}
plain_undo() {
    @files@
    systemctl daemon-reload
    systemctl enable --now "$PHP_UNIT"
}

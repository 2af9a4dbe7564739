# title: Pacemaker: PHP runs where the volume is mounted
# where: first node
# risk: none
# why: Started after the mount, stopped before it goes; a node without the volume serves nothing. See cib/php.sh.
check() {
    cib_is_complete php
    all_nodes_run php-fpm-clone || change "PHP does not run on all nodes"
}
act() {
    cib_push php
    wait_until 120 all_nodes_run php-fpm-clone || fail "PHP does not start everywhere; see: crm_mon -1 -r -f"
}
undo() {
    ! cib_has php-fpm-clone || disable_resource php-fpm-clone 120
    cib_drop php
}

# title: Pacemaker: PHP runs where the volume is mounted
# where: first node
# risk: none
# why: Started after the mount, stopped before it goes; a node without the volume serves nothing. See cib/.
# takes: up to 2 minutes
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
plain_look() {
    crm_mon -1 -r
}
plain_act() {
    @use push-cib php@
}
plain_verify() {
    crm_mon -1 -r # after a minute or two
}
plain_undo() {
    pcs resource disable php-fpm-clone --wait=120 # when pcs
    pcs resource delete "$ID" # each ID in CIB_PHP # when pcs
    crm resource stop "$ID" # each ID in CIB_PHP_STOP # when crmsh
    crm configure delete "${CIB_PHP[@]}" # when crmsh
}

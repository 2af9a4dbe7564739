# title: Pacemaker starts the volume again
# where: admin host
# risk: none
# why: Takes back what grow-stop did, whether slots were added or not.
check() {
    [[ $(remote 0 crm_resource --resource volume-clone --meta --get-parameter target-role 2>/dev/null </dev/null) != Stopped ]] ||
        change "the volume is stopped"
}
act() {
    remote 0 crm_resource --resource volume-clone --meta --delete-parameter target-role </dev/null
}
undo() {
    note "nothing to take back"
}

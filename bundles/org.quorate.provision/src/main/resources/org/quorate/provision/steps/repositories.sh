# title: The repositories that hold the cluster's packages
# where: each node
# risk: none
# why: GFS2 and its lock manager are in Resilient Storage, which is off in a new system, and in RHEL a subscription of its own.
check() {
    local word
    for word in $(needed_repositories); do
        [[ -n $(repositories --enabled "$word") ]] || change "no repository with $word in its name is enabled"
    done
}
act() {
    local word
    for word in $(needed_repositories); do
        [[ -n $(repositories --enabled "$word") ]] || enable_repository "$word"
    done
}
undo() {
    note "the repositories stay enabled: without them no update would come"
}
plain_look() {
    dnf repolist --all | grep -iE 'resilient|high.?availability'
}
plain_act() {
    # Rocky Linux and AlmaLinux, by the names that the list above shows. In RHEL Resilient Storage holds all, and is switched
    # on by subscription-manager repos --enable and its name in that list.
    dnf config-manager --set-enabled resilientstorage highavailability
}
plain_verify() {
    dnf repolist | grep -i resilient
}

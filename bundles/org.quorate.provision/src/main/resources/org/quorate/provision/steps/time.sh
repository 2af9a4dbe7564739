# title: The clock is synchronised
# where: each node
# risk: none
# why: Logs of several nodes are read together when something went wrong, and certificates need the right time.
# takes: seconds; up to 90 s until a server answers
check() {
    clock_is_synchronised || change "the clock is not synchronised"
}
act() {
    timedatectl set-ntp true
    wait_until 90 clock_is_synchronised || fail "no time server answers; set one (systemd-timesyncd or chrony)"
}
plain_look() {
    timedatectl
}
plain_act() {
    timedatectl set-ntp true
}
plain_verify() {
    timedatectl | grep 'synchronized: yes'
}

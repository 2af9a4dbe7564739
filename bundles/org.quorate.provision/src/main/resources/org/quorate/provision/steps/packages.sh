# title: Packages, held so that no upgrade restarts the cluster
# where: each node
# risk: none
# why: An unattended upgrade that restarts corosync or the lock manager makes the other nodes fence this one.
check() {
    local package held
    for package in "${PACKAGES[@]}"; do
        # shellcheck disable=SC2016 # dpkg-query's own variable
        [[ $(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null) == [ih]i* ]] || change "$package is not installed"
    done
    held=$(apt-mark showhold)
    for package in "${HELD[@]}"; do
        grep -qxF -e "$package" <<<"$held" || change "$package is not held"
    done
}
act() {
    block_service_starts
    apt_get update
    apt_get install -y --no-install-recommends "${PACKAGES[@]}"
    apt-mark hold "${HELD[@]}"
}
undo() {
    apt-mark unhold "${HELD[@]}"
    note "the packages stay"
}

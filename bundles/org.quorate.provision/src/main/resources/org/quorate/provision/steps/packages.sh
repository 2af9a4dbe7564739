# title: Packages, held so that no upgrade restarts the cluster
# where: each node
# risk: none
# why: An unattended upgrade that restarts corosync or the lock manager makes the other nodes fence this one.
check() {
    local package
    file_is_installed /etc/needrestart/conf.d/90-quorate.conf
    for package in "${PACKAGES[@]}"; do
        is_installed "$package" || change "$package is not installed"
    done
    for package in "${HELD[@]}"; do
        [[ $(package_status "$package") == hi* ]] || change "$package is not held"
    done
}
act() {
    install_file /etc/needrestart/conf.d/90-quorate.conf
    local package missing=()
    for package in "${PACKAGES[@]}"; do
        is_installed "$package" || missing+=("$package")
    done
    if ((${#missing[@]} > 0)); then
        block_service_starts
        apt_get update
        apt_get install -y --no-install-recommends "${missing[@]}"
    fi
    apt-mark hold "${HELD[@]}"
}
undo() {
    local package
    restore_original /etc/needrestart/conf.d/90-quorate.conf
    for package in "${HELD[@]}"; do
        [[ $(package_status "$package") != hi* ]] || apt-mark unhold "$package"
    done
    note "the packages stay"
}

# title: Packages, held so that no upgrade restarts the cluster
# where: each node
# risk: none
# why: An unattended upgrade that restarts corosync or the lock manager makes the other nodes fence this one.
check() {
    local package
    [[ $NEEDRESTART == '' ]] || file_is_installed "$NEEDRESTART"
    for package in "${PACKAGES[@]}"; do
        one_is_installed "$package" || change "$package is not installed"
    done
    for package in "${HELD[@]}"; do
        package_is_held "$(installed_one "$package")" || change "$package is not held"
    done
}
act() {
    install_files "$NEEDRESTART"
    local package missing=() held
    for package in "${PACKAGES[@]}"; do
        one_is_installed "$package" || missing+=("$package")
    done
    if ((${#missing[@]} > 0)); then
        refresh_packages
        mapfile -t missing < <(known_ones "${missing[@]}")
        for package in "${missing[@]}"; do
            package_is_known "$package" || refuse "no enabled repository has the package $package"
        done
        install_packages "${missing[@]}"
    fi
    mapfile -t held < <(installed_ones "${HELD[@]}")
    hold_packages "${held[@]}"
}
undo() {
    local package
    [[ $NEEDRESTART == '' ]] || restore_original "$NEEDRESTART"
    while read -r package; do
        ! package_is_held "$package" || release_packages "$package"
    done < <(installed_ones "${HELD[@]}")
    note "the packages stay"
}

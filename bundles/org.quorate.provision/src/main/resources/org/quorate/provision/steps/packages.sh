# title: Packages, held so that no upgrade restarts the cluster
# where: each node
# risk: none
# why: An unattended upgrade that restarts corosync or the lock manager makes the other nodes fence this one.
# takes: 1 to 10 minutes a node: depends on the mirror
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
plain_look() {
    dpkg-query -W "${PACKAGES[@]}" # when apt
    rpm -q "${PACKAGES[@]}" # when dnf
    rpm -q "${PACKAGES[@]}" # when zypper
}
plain_act() {
    # No service starts with its package's own configuration. # when apt
    [ -e /usr/sbin/policy-rc.d ] || { printf '#!/bin/sh\n# quorate\nexit 101\n' >/usr/sbin/policy-rc.d && chmod 0755 /usr/sbin/policy-rc.d; } # when apt
    apt-get update # when apt
    apt-get install -y --no-install-recommends "${PACKAGES[@]}" # when apt
    ! grep -qs '^# quorate' /usr/sbin/policy-rc.d || rm /usr/sbin/policy-rc.d # when apt
    apt-mark hold "${HELD[@]}" # when apt
    dnf -y --setopt=install_weak_deps=False install "${PACKAGES[@]}" # when dnf
    dnf versionlock add "${HELD[@]}" # when dnf
    zypper --non-interactive install --no-recommends "${PACKAGES[@]}" # when zypper
    zypper --non-interactive addlock "${HELD[@]}" # when zypper
}
plain_verify() {
    apt-mark showhold # when apt
    dnf versionlock list # when dnf
    zypper locks # when zypper
}
plain_undo() {
    apt-mark unhold "${HELD[@]}" # when apt
    dnf versionlock delete "${HELD[@]}" # when dnf
    zypper --non-interactive removelock "${HELD[@]}" # when zypper
}

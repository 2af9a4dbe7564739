# ---- packages: apt and dpkg ---------------------------------------------------------------------------------------------

PACKAGES_KNOWN='' # to dpkg, a line each, NAME ii (installed) or hi (installed and held): asked once, until something changes

know_packages() {
    # shellcheck disable=SC2016 # dpkg-query's own variables
    [[ $PACKAGES_KNOWN != '' ]] || PACKAGES_KNOWN=$'\n'$(dpkg-query -W -f '${Package} ${db:Status-Abbrev}\n' 2>/dev/null) || true
}

package_is_installed() { # PACKAGE
    know_packages
    [[ $PACKAGES_KNOWN == *$'\n'"$1 "[ih]i* ]]
}

package_is_held() { # PACKAGE
    know_packages
    [[ $PACKAGES_KNOWN == *$'\n'"$1 hi"* ]]
}

package_is_known() { # PACKAGE
    apt-cache show -- "$1" >/dev/null 2>&1
}

apt_get() {
    PACKAGES_KNOWN=''
    DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l apt-get -q \
        -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@"
}

mark() { # hold|unhold PACKAGE...
    PACKAGES_KNOWN=''
    apt-mark "$@"
}

# Services must not start with their packages' own configuration (a one-node cluster, a lock manager without one).
block_service_starts() {
    local policy=/usr/sbin/policy-rc.d
    [[ ! -e $policy ]] || ! grep -q quorate "$policy" || rm -f -- "$policy"
    [[ ! -e $policy ]] || return 0
    printf '#!/bin/sh\n# quorate: services start when they are configured\nexit 101\n' >"$policy"
    chmod 0755 "$policy"
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
}

refresh_packages() {
    apt_get update
}

install_packages() { # PACKAGE...
    block_service_starts
    apt_get install -y --no-install-recommends "$@"
}

hold_packages() { # PACKAGE...
    mark hold "$@"
}

release_packages() { # PACKAGE...
    mark unhold "$@"
}

require_kernel() {
    :
}

install_kernel_modules() { # in Ubuntu 16.04 their package is called linux-image-extra
    [[ ${OS_IDS[0]} == ubuntu ]] || refuse "this kernel lacks modules: install and boot the package linux-image-amd64 (not -cloud-)"
    apt_get install -y "$(known_ones "linux-modules-extra-$(uname -r)|linux-image-extra-$(uname -r)")"
}

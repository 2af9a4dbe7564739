# ---- packages: dnf and rpm ------------------------------------------------------------------------------------------------

package_is_installed() { # PACKAGE
    rpm -q --quiet -- "$1"
}

# The plugin versionlock keeps the installed version: NAME-EPOCH:VERSION-RELEASE.*
package_is_held() { # PACKAGE
    local version
    version=$(rpm -q --qf '%{NAME}-%|EPOCH?{%{EPOCH}}:{0}|:%{VERSION}-%{RELEASE}\n' -- "$1" 2>/dev/null | tail -n 1) || return 1
    [[ -n ${LOCKED_VERSIONS+known} ]] || LOCKED_VERSIONS=$(dnf -q versionlock list 2>/dev/null) || true
    grep -qF -e "$version." <<<"$LOCKED_VERSIONS"
}

package_is_known() { # PACKAGE
    [[ -n $(dnf -q repoquery --qf '%{name}' -- "$1" 2>/dev/null) ]]
}

refresh_packages() {
    dnf -q -y makecache
}

# Installing starts no service here.
install_packages() { # PACKAGE...
    dnf -y --setopt=install_weak_deps=False install -- "$@"
}

hold_packages() { # PACKAGE...
    dnf -q versionlock add -- "$@"
}

release_packages() { # PACKAGE...
    dnf -q versionlock delete -- "$@"
}

# The module is in Oracle's own kernel, UEK: on Oracle Linux 9 in release 6 and later, not on aarch64.
install_kernel_modules() {
    [[ $FS == ocfs2 ]] || refuse "this kernel lacks modules: install and boot the distribution's own kernel, with kernel-modules-extra"
    [[ $(uname -m) != aarch64 ]] || refuse "Oracle supports no OCFS2 on aarch64"
    [[ $(uname -r) == *uek* ]] || refuse "this node runs $(uname -r): boot kernel-uek (grubby --set-default), it alone has OCFS2"
    install_packages "kernel-uek-modules-extra-$(uname -r)"
}

# ---- packages: zypper and rpm ---------------------------------------------------------------------------------------------

package_is_installed() { # PACKAGE
    rpm -q --quiet -- "$1"
}

package_is_held() { # PACKAGE
    [[ -n ${LOCKED_PACKAGES+known} ]] || LOCKED_PACKAGES=$(zypper --quiet locks 2>/dev/null) || true
    awk -F '|' -v name="$1" '{ gsub(/ /, "", $2) } $2 == name { found = 1 } END { exit !found }' <<<"$LOCKED_PACKAGES"
}

package_is_known() { # PACKAGE
    zypper --non-interactive --quiet search --match-exact -- "$1" >/dev/null 2>&1
}

refresh_packages() {
    zypper --non-interactive --quiet refresh
}

# Installing starts no service here.
install_packages() { # PACKAGE...
    zypper --non-interactive install --no-recommends -- "$@"
}

hold_packages() { # PACKAGE...
    zypper --non-interactive addlock -- "$@"
}

release_packages() { # PACKAGE...
    zypper --non-interactive removelock -- "$@"
}

require_kernel() {
    :
}

install_kernel_modules() {
    refuse "this kernel lacks modules: install the packages ocfs2-kmp-default, gfs2-kmp-default, dlm-kmp-default; boot kernel-default"
}

# ---- packages: zypper and rpm -------------------------------------------------------------------------------------------

package_is_installed() { # PACKAGE
    rpm --query --quiet -- "$1" 2>/dev/null
}

package_is_held() { # PACKAGE: there is a lock on it (locks(5))
    grep -qsxF -e "solvable_name: $1" /etc/zypp/locks
}

package_is_known() { # PACKAGE
    zypper --non-interactive --no-refresh --quiet search --match-exact --type package -- "$1" >/dev/null 2>&1
}

zypper_run() { # ARGUMENTS: done, or done and a restart of the machine or of zypper is advised (zypper(8), EXIT CODES)
    local code=0
    ZYPP_LOCK_TIMEOUT=300 zypper --non-interactive "$@" </dev/null || code=$?
    case $code in
    0) ;;
    102) note "zypper advises to restart this node when the cluster is not at work on it" ;;
    103) note "zypper itself was updated" ;;
    104) fail "a package is not known here: is the High Availability extension registered? See: SUSEConnect --status-text" ;;
    *) fail "zypper $1 failed (code $code)" ;;
    esac
}

refresh_packages() {
    zypper_run refresh
}

install_packages() { # PACKAGE...: SUSE's presets start none of their services
    zypper_run install --no-recommends -- "$@"
}

hold_packages() { # PACKAGE...
    zypper_run addlock -- "$@"
}

release_packages() { # PACKAGE...
    zypper_run removelock -- "$@"
}

require_kernel() {
    :
}

install_kernel_modules() {
    refuse "kernel $(uname -r) lacks modules: boot kernel-default, not -base, -azure or -rt, for which the packages *-kmp-default are made"
}

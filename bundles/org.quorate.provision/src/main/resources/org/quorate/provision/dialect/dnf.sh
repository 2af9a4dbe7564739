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

# OCFS2 is in Oracle's own kernel only, UEK: on Oracle Linux 9 in release 6 (5.4) and later, never on aarch64.
require_kernel() {
    [[ $FS == ocfs2 ]] || return 0
    [[ $(uname -m) != aarch64 ]] || refuse "Oracle supports no OCFS2 on aarch64"
    [[ $(uname -r) == *uek* ]] ||
        refuse "this node runs $(uname -r): boot kernel-uek, which alone has OCFS2 (grubby --set-default /boot/vmlinuz-...uek..., restart)"
    [[ $OS_VERSION != 9 || $(printf '5.4\n%s\n' "$(uname -r)" | sort -V | head -n 1) == 5.4 ]] ||
        refuse "OCFS2 on Oracle Linux 9 needs UEK release 6 or later, not $(uname -r)"
}

# Which of a kernel's packages has a module differs between releases: those that there are, are tried.
install_kernel_modules() {
    local name kernel=kernel release
    release=$(uname -r)
    [[ $release != *uek* ]] || kernel="kernel-uek"
    for name in "$kernel-modules-$release" "$kernel-modules-extra-$release"; do
        ! package_is_known "$name" || install_packages "$name"
    done
}

# ---- repositories -----------------------------------------------------------------------------------------------------------

repositories() { # --enabled|--disabled WORD: ids that hold the word, whatever stands between its parts
    dnf -q repolist "$1" 2>/dev/null | awk -v word="$2" '
        !($1 == "repo" && $2 == "id") && tolower($1) !~ /debug|source/ {
            id = tolower($1)
            gsub(/[-_]/, "", id)
            if (index(id, word)) print $1
        }'
}

# Red Hat's Resilient Storage holds all of High Availability; in the rebuilds each is a repository of its own.
needed_repositories() {
    printf 'resilientstorage\n'
    grep -qxE 'ID="?rhel"?' /etc/os-release || printf 'highavailability\n'
}

enable_repository() { # WORD
    local ids
    # Those of extended or other support are for the subscriber to choose.
    mapfile -t ids < <(repositories --disabled "$1" | grep -vE -e '-(eus|e4s|aus|tus|beta)(-|$)')
    ((${#ids[@]} == 1)) || refuse "one disabled repository with $1 in its name was expected; there are ${#ids[@]}: ${ids[*]} (the subscription?)"
    if [[ ${ids[0]} == rhel-* ]] && command -v subscription-manager >/dev/null; then
        subscription-manager repos --enable="${ids[0]}"
    else
        dnf -q config-manager --set-enabled "${ids[0]}"
    fi
}

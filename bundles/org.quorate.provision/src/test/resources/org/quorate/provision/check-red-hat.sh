#!/usr/bin/env bash
# Runs inside the throw-away Debian root, made to look like a node of Rocky Linux 9: what dnf, rpm and firewalld say to the
# steps. The packages are empty ones, made here. /host/gfs2 is an export for RHEL 9, /host/ocfs2 one for Oracle Linux 9,
# both with multipath and PHP.
set -u
# shellcheck source=expect.sh
. /host/.expect.sh

step() {
    bash "/host/$export/node.sh" "$@"
}

twice() { # STEP: done, then found done
    expect "$export: $1" 0 step apply "$1"
    expect "$export: $1 again" 0 step apply "$1"
    says "already done"
}

system() { # ID VERSION
    rm -f /etc/os-release
    printf 'ID="%s"\nVERSION_ID="%s"\n' "$1" "$2" >/etc/os-release
}

functions() {
    # shellcheck disable=SC1090,SC2034 # the export's own
    (cd "/host/$export" && . ./node.sh && set +u && set -e && SELF=node1 ME=0 && "$@")
}

make_packages() { # DIRECTORY VERSION NAME...
    local folder=$1 version=$2 name
    shift 2
    for name; do
        printf 'Name: %s\nVersion: %s\nRelease: 1\nSummary: empty\nLicense: none\nBuildArch: noarch\n%%description\nempty\n%%files\n' \
            "$name" "$version" >/tmp/empty.spec
        rpmbuild -bb --quiet --define "_rpmdir $folder" /tmp/empty.spec >/tmp/rpmbuild 2>&1 || cat /tmp/rpmbuild
    done
    createrepo_c --quiet "$folder"
}

ip link set lo up
ip addr add 192.168.1.101/24 dev lo
hostname node1
export=gfs2

# ---- which system -------------------------------------------------------------------------------------------------------
for id in rhel rocky almalinux; do
    system "$id" 9.4
    expect "identity: $id 9.4 is taken" 0 step apply identity
done
system rocky 8.10
expect "identity: release 8 is refused" 2 step apply identity
system centos 9
expect "identity: another system is refused" 2 step apply identity
system rocky 9.4

# ---- repositories -----------------------------------------------------------------------------------------------------
# shellcheck disable=SC1091 # the export's own
. /host/gfs2/settings.sh
mapfile -t names < <(printf '%s\n' "${PACKAGES[@]%%|*}")
make_packages /repository/base 1 "${names[@]}"
rm -f /etc/yum.repos.d/*
mkdir -p /etc/yum.repos.d /etc/dnf/plugins /etc/dnf/vars
printf '[main]\nenabled=0\n' >/etc/dnf/plugins/local.conf # Debian's dnf keeps what it installed in an unsigned repository
echo 9 >/etc/dnf/vars/releasever
for name in resilientstorage:0 resilientstorage-source:0 resilientstorage-debug:0 high-availability:0 base:1; do
    printf '[%s]\nname=%s\nbaseurl=file:///repository/base\nenabled=%s\ngpgcheck=0\nmetadata_expire=1\n' \
        "${name%:*}" "${name%:*}" "${name#*:}" >"/etc/yum.repos.d/${name%:*}.repo"
done
expect "repositories: a dry run finds them missing" 3 step plan repositories
twice repositories
same "repositories: those of sources stay off" "base high-availability resilientstorage" \
    "$(dnf -q repolist --enabled | awk 'NR > 1 { print $1 }' | sort | tr '\n' ' ' | sed 's/ $//')"

# ---- packages -----------------------------------------------------------------------------------------------------------
expect "packages: a dry run finds them missing" 3 step plan packages
twice packages
same "packages: all are installed" "" "$(rpm -q "${names[@]}" | grep 'not installed')"
same "packages: held ones are locked" "${#HELD[@]}" "$(dnf -q versionlock list | grep -c .)"
make_packages /repository/base 2 corosync php-fpm
dnf -q -y --refresh upgrade >/tmp/upgrade 2>&1
same "packages: an upgrade leaves the cluster alone" corosync-1-1.noarch "$(rpm -q corosync)"
same "packages: and upgrades the rest" php-fpm-2-1.noarch "$(rpm -q php-fpm)"
expect "packages: undo" 0 step undo packages
same "packages: nothing is locked after" "" "$(dnf -q versionlock list)"
rpm -e psmisc 2>/dev/null
rm -r /repository/base/noarch/psmisc-*
createrepo_c --quiet /repository/base
expect "packages: one that no repository has is refused" 2 step apply packages
says "no enabled repository has the package psmisc"

# ---- firewall: without its daemon, which runs nowhere here --------------------------------------------------------------
twice firewall
same "firewall: one rule for each peer and port" 4 "$(firewall-offline-cmd --list-rich-rules | grep -c 'source address="192.168.1.10[23]" destination address="192.168.1.101"')"
same "firewall: a port of the lock manager" 2 "$(firewall-offline-cmd --list-rich-rules | grep -c 'port port="21064" protocol="tcp" accept')"
expect "firewall: undo" 0 step undo firewall
same "firewall: taken back" "" "$(firewall-offline-cmd --list-rich-rules)"

# ---- what Red Hat's packages bring --------------------------------------------------------------------------------------
printf '%s\n' '# device-mapper-multipath configuration file' 'defaults {' '	user_friendly_names yes' '	find_multipaths yes' \
    '	enable_foreign "^$"' '}' 'blacklist_exceptions {' '        property "(SCSI_IDENT_|ID_WWN)"' '}' 'blacklist {' '}' >/etc/multipath.conf
expect "multipath: what mpathconf writes may be replaced" 0 functions refuse_foreign_multipath
sed -i 's/find_multipaths yes/find_multipaths no/' /etc/multipath.conf
expect "multipath: settings of somebody may not" 2 functions refuse_foreign_multipath
expect "lvm: without a file of devices nothing is to be done" 0 step apply lvm-devices
expect "selinux: where it is off nothing is to be done" 0 step apply selinux-rule

# ---- Oracle Linux -------------------------------------------------------------------------------------------------------
export=ocfs2
system ol 9.4
expect "identity: Oracle Linux is taken" 0 step apply identity
expect "modules: a kernel that is not Oracle's is refused" 2 step plan modules
says "boot kernel-uek"
exit "$failed"

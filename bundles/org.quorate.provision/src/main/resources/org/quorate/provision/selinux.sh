# ---- SELinux ------------------------------------------------------------------------------------------------------------

readonly WEB_TYPE=httpd_sys_rw_content_t

selinux_is_on() {
    command -v selinuxenabled >/dev/null && selinuxenabled
}

label_rule() { # of the volume, as semanage knows it
    printf '%s(/.*)?\n' "${MOUNT_POINT//./\\.}"
}

has_label_rule() {
    semanage fcontext --list --locallist --noheading 2>/dev/null |
        RULE=$(label_rule) awk -v type="$WEB_TYPE" '
            $1 == ENVIRON["RULE"] && index($0, ":" type ":") { found = 1 }
            END { exit !found }'
}

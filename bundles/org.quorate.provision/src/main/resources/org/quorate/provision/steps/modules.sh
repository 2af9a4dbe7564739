# title: The running kernel has the modules
# where: each node
# risk: none
# why: Cloud kernels come without them; better to know before anything is configured.
# takes: seconds; minutes where a package is missing
check() {
    local module
    require_kernel
    for module in "${MODULES[@]}"; do
        modprobe -n -q "$module" || change "kernel $(uname -r) has no module $module"
    done
}
act() {
    install_kernel_modules
}
plain_look() {
    modprobe -n "$MODULE" # each MODULE in MODULES
}
plain_act() {
    # Only if one is missing, and the kernel's release may need a restart into another one:
    apt-get install "linux-modules-extra-$(uname -r)" # Ubuntu 16.04: linux-image-extra-...; Debian: linux-image-amd64, not -cloud- # when apt
    dnf install "kernel-modules-$(uname -r)" "kernel-modules-extra-$(uname -r)" # Oracle Linux: kernel-uek-modules-... # when dnf
    zypper install ocfs2-kmp-default gfs2-kmp-default dlm-kmp-default # when zypper
}

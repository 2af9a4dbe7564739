# title: The running kernel has the modules
# where: each node
# risk: none
# why: Cloud kernels come without them; better to know before anything is configured.
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

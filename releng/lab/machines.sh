# shellcheck shell=bash
# SPDX-License-Identifier: EPL-2.0
# What a node's kernel is started by, an argument a line, in the node's folder: user-mode Linux, or QEMU without KVM with Debian's
# stock kernel, which is 15 to 20 times slower and has what user-mode Linux lacks (debugfs, the stock sizes of objects).
# Sourced by releng/lab/nodes.sh, not run.

: "${run:?the folder of the run}"
# The same for both: the lab's own first process, slab caches that are not merged, and a console that says little.
kernel_words=(rw init=/usr/lib/quorate-lab/first slab_nomerge pty.legacy_count=0 quiet loglevel=5)

# A user-mode kernel and its processes wait for each other at each system call, and never work at once: on one processor a small
# program starts in 10 ms, moved between two in 22 (2 cores of a virtual machine). So a node stays on one, and
# the next node on the next; which is the first is a matter of the lab's name, so that labs side by side may begin at different ones.
processor_of() { # NUMBER
    local part name all=()
    for part in $(sed -n 's/^Cpus_allowed_list:[[:space:]]*//p' /proc/self/status | tr , ' '); do
        mapfile -t -O "${#all[@]}" all < <(seq "${part%-*}" "${part#*-}")
    done
    name=$(cksum <<<"${run##*/}")
    printf '%s\n' "${all[($1 + ${name%% *}) % ${#all[@]}]}"
}

uml_command() { # IMAGE NAME NUMBER INTERFACES
    local memory=1024M i
    [[ $2 != target ]] || memory=192M
    printf '%s\n' taskset -c "$(processor_of "$3")" "$1/linux.uml" "mem=$memory" "umid=$2" uml_dir=uml/ "ubd0=cow,$1/root.img" ubd1r=seed.tar
    [[ $2 != target ]] || printf 'ubd2=%s\n' "$run/lun.img"
    printf '%s\n' noreboot root=/dev/ubda "systemd.hostname=$2" con=null con0=null,fd:1 "hostfs=$run/power" "${kernel_words[@]}"
    for ((i = 0; i < $4; i++)); do
        printf 'vec%d:transport=tap,ifname=n%s-%d,mac=%s,gro=1\n' "$i" "$3" "$i" "$(mac_of "$i" "$3")"
    done
}

# The clock is acpi_pm, since the counter of an emulated processor drifts; a panic restarts the node, for which the box looks.
qemu_command() { # IMAGE NAME NUMBER INTERFACES
    local memory=1536 i
    [[ $2 != target ]] || memory=512
    qemu-img create -q -f qcow2 -b "$1/root.img" -F raw "$run/nodes/$2/cow"
    printf '%s\n' qemu-system-x86_64 -accel tcg,thread=multi,tb-size=128 -machine q35,usb=off -cpu max -smp 1 -m "$memory" \
        -nodefaults -no-user-config -display none -no-reboot -chardev stdio,id=console,signal=off -serial chardev:console \
        -kernel "$1/vmlinuz" -initrd "$1/initrd" \
        -append "root=/dev/vda systemd.hostname=$2 console=ttyS0 net.ifnames=0 panic=5 mitigations=off nokaslr random.trust_cpu=on clocksource=acpi_pm ${kernel_words[*]}" \
        -drive file=cow,format=qcow2,if=virtio -drive file=seed.tar,format=raw,if=virtio,readonly=on \
        -virtfs "local,path=$run/power,mount_tag=power,security_model=none,id=power"
    [[ $2 != target ]] || printf '%s\n' -drive "file=$run/lun.img,format=raw,if=virtio"
    for ((i = 0; i < $4; i++)); do
        printf '%s\n' -netdev "tap,id=net$i,ifname=n$3-$i,script=no,downscript=no" \
            -device "virtio-net-pci,netdev=net$i,mac=$(mac_of "$i" "$3"),romfile="
    done
}

mac_of() { # INTERFACE NUMBER
    printf '52:54:00:00:%02x:%02x' "$1" "$2"
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.node;

/** What sample.sh could not find out, as sentences with the remedy. Pure functions. */
final class SampleRemarks {

    private SampleRemarks() {
    }

    /**
     * A sentence without a full stop.
     *
     * @param code   that the script printed
     * @param detail that it printed behind it, or empty
     */
    static String of(String code, String detail) {
        return switch (code) {
            case "unmounted" -> "the file system is not mounted at " + detail + ": mount it";
            case "other-type" -> "another file system (" + detail + ") is mounted there";
            case "elsewhere" -> "it is not mounted at " + detail + "; the only one of its kind, which is mounted elsewhere, was taken";
            case "no-root" -> "locks are unknown, because only root reads debugfs: log in as root, or allow sudo";
            case "no-debugfs" -> "locks are unknown, because debugfs is not mounted: mount -t debugfs none /sys/kernel/debug";
            case "no-module" -> "locks are unknown, because the kernel shows none of " + detail + " in debugfs: it is not loaded, or built without debugfs";
            case "no-lock-files" -> "locks are unknown, because debugfs has no files of this mount of " + detail;
            case "no-slabinfo" -> "slab caches are unknown, because only root reads /proc/slabinfo: log in as root, or allow sudo";
            case "no-nic" -> "the cluster network is unknown, because no interface has the address " + detail + " of the scenario";
            case "no-disk" -> "the devices of the LUN are unknown, because the file system is not mounted, and no disk has the WWID of the scenario";
            case "cut" -> "reading was ended before it took too long: counts of " + detail + " are too small";
            case "odd" -> "lines that could not be used, " + detail;
            default -> "the node said " + code + " " + detail;
        };
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.kernel;

import org.quorate.model.OsRelease;

/**
 * How often a second a kernel's clock ticks (CONFIG_HZ): a choice of who builds it, not of its version. GFS2 holds locks for so many ticks,
 * times of files have that grain, and timers come the later the rarer it ticks. Pure functions, thread-safe.
 *
 * <table>
 * <caption>Who says so</caption>
 * <tr><td>100</td><td>Debian's user-mode-linux 6.1, in the lab: CONFIG_HZ=100 in the configuration of the package; arch/um has no choice
 * (arch/um/Kconfig: HZ). The kernel reference's 250 for Debian is that of its stock kernel</td></tr>
 * <tr><td>250</td><td>Debian's stock kernel and Ubuntu's generic one up to 24.04: kernel reference, head; the choice that
 * kernel/Kconfig.hz has for all. Ubuntu builds with 1000 from 24.10 on, after trying it for 24.04 (discourse.ubuntu.com/t/42255); that is
 * none of the systems here</td></tr>
 * <tr><td>1000</td><td>Red Hat and its rebuilds (Rocky, Alma), 8 to 10: kernel reference, head; kernel-ark, merge request 2637</td></tr>
 * <tr><td>1000</td><td>Oracle's UEK: oracle/linux-uek, uek-rpm/ol9/config-x86_64</td></tr>
 * <tr><td>250</td><td>SUSE: openSUSE/kernel-source, config/x86_64/default</td></tr>
 * </table>
 */
public final class TimerFrequency {

    private static final int USER_MODE = 100;
    private static final int USUAL = 250;
    private static final int RED_HAT = 1000;

    private TimerFrequency() {
    }

    /**
     * Ticks a second: the lab's kernel has its own, any other those of the system's own kernel.
     *
     * @param kernel version, as {@link KernelProfiles#named} takes it
     */
    public static int of(OsRelease os, String kernel) {
        if (kernel.equals(KernelProfiles.LAB_UML)) {
            return USER_MODE;
        }
        return switch (os) {
            case UBUNTU_16_04, UBUNTU_18_04, UBUNTU_20_04, UBUNTU_22_04, UBUNTU_24_04, DEBIAN_12, SLES_15 -> USUAL;
            case RHEL_8, RHEL_9, RHEL_10, ORACLE_8, ORACLE_9 -> RED_HAT;
        };
    }
}

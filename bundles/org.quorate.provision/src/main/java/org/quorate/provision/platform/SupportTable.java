// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.platform;

import java.util.Optional;
import org.quorate.model.OsRelease;

/**
 * The closed table of operating system, file system and cluster stack (provisioning reference 1.0). What is not in it is
 * refused, with the reason and the nearest choice that is supported. Pure functions, thread-safe.
 */
public final class SupportTable {

    /**
     * Why there are no scripts.
     *
     * @param reason           in words
     * @param nearestSupported what there are scripts for
     */
    public record Refusal(String reason, String nearestSupported) {
    }

    private SupportTable() {
    }

    /** Empty when the stack is supported on the release. */
    public static Optional<Refusal> refusal(OsRelease os, Stack stack) {
        Optional<Platform> platform = Platform.of(os);
        if (platform.isPresent() && platform.get().supports(stack)) {
            return Optional.empty();
        }
        return Optional.of(switch (os) {
            case RHEL_10 -> redHat10(stack);
            case RHEL_8, RHEL_9 -> redHat(os, stack);
            case ORACLE_8, ORACLE_9 -> oracle(os, stack);
            case SLES_15 -> new Refusal("on SLES 15, OCFS2 runs under Pacemaker only: its o2cb service stays off",
                    "the same scenario with stack pcmk");
            case UBUNTU_16_04, UBUNTU_18_04, UBUNTU_20_04, UBUNTU_22_04, UBUNTU_24_04, DEBIAN_12 -> new Refusal(
                    pcmk(os), "the same scenario with stack o2cb");
        });
    }

    /** Reference source S13: the system role of GFS2 says that it is not supported in EL10. */
    private static Refusal redHat10(Stack stack) {
        return stack == Stack.GFS2
                ? new Refusal("gfs2 is not supported in EL10 (RHEL 10 has no Resilient Storage)", "GFS2 on rhel-9")
                : new Refusal("the kernel of rhel-10 has no ocfs2",
                        stack == Stack.OCFS2_PCMK ? "stack pcmk on sles-15" : "OCFS2 with o2cb on oracle-9 or ubuntu-24.04");
    }

    private static Refusal redHat(OsRelease os, Stack stack) {
        return new Refusal("the kernel of " + os.id() + " (and Rocky, AlmaLinux) has no ocfs2",
                stack == Stack.OCFS2_PCMK ? "GFS2 on " + os.id() + ", or stack pcmk on sles-15"
                        : "GFS2 on " + os.id() + ", or OCFS2 with o2cb on " + (os == OsRelease.RHEL_8 ? "oracle-8" : "oracle-9"));
    }

    private static Refusal oracle(OsRelease os, Stack stack) {
        if (stack == Stack.OCFS2_PCMK) {
            return new Refusal(pcmk(os), "the same scenario with stack o2cb");
        }
        return new Refusal("on " + os.id() + ", GFS2 is not the cluster file system that its kernel (UEK) comes with",
                "OCFS2 with o2cb on " + os.id() + ", or GFS2 on " + (os == OsRelease.ORACLE_8 ? "rhel-8" : "rhel-9"));
    }

    private static String pcmk(OsRelease os) {
        return "OCFS2 under Pacemaker (pcmk) is not supported on " + os.id() + ": only SLES 15 has it";
    }
}

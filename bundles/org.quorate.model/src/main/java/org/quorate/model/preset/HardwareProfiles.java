// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.preset;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.quorate.model.HardwareProfile;

/** Named hardware profiles. Pure functions, thread-safe. */
public final class HardwareProfiles {

    /** The default. */
    public static final String TYPICAL_SERVER = "typical-server";
    /** The user-mode nodes of the lab. */
    public static final String LAB_UML = "lab-uml";

    private HardwareProfiles() {
    }

    /** Names of all of them. */
    public static List<String> names() {
        return List.of(TYPICAL_SERVER, LAB_UML);
    }

    /**
     * The profile of that name.
     *
     * @throws IllegalArgumentException there is none
     */
    public static HardwareProfile named(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no hardware profile " + name));
    }

    /** The profile of that name, if there is one. */
    public static Optional<HardwareProfile> find(String name) {
        return switch (name) {
            case TYPICAL_SERVER -> Optional.of(typicalServer());
            case LAB_UML -> Optional.of(labUml());
            default -> Optional.empty();
        };
    }

    /** Where the figures of a profile come from. */
    public static String source(String name) {
        return switch (name) {
            case TYPICAL_SERVER -> "kernel reference, section 7: message CPU 20 to 60 us with the one-way delay of "
                    + "10 to 56 GbE, kernel thread hop 5 to 15 us; estimated, not measured";
            case LAB_UML -> "fitted by quorate fit on 2026-11-28 against the lab's quiet runs uml-xfs-1-r2, uml-ocfs2-1-r2, "
                    + "uml-gfs2-1-r2, uml-ocfs2-2-r2, capture-ocfs2-2-r3 and f_seqread_again of uml-xfs-1-r1; median residual "
                    + "14 %, of the busy runs held out 38 % (releng/adr/0008-calibration.md)";
            default -> "given in the scenario";
        };
    }

    /** Middle of the ranges that the kernel reference expects (section 7), where messages include the work on locks; a page is copied at about 4 GB/s. */
    private static HardwareProfile typicalServer() {
        return new HardwareProfile(TYPICAL_SERVER, Duration.ofNanos(1_500), Duration.ofNanos(12_000),
                Duration.ofNanos(10_000), Duration.ofNanos(10_000), Duration.ofNanos(10_000), 0.5, Duration.ZERO, Duration.ofNanos(2_000),
                Duration.ofNanos(1_000), 1, 1, 0);
    }

    /** User-mode Linux: a system call costs a switch of host processes, a message a pass through a tap device. */
    private static HardwareProfile labUml() {
        return new HardwareProfile(LAB_UML, Duration.ofNanos(30_600), Duration.ofNanos(29_500),
                Duration.ofNanos(99_900), Duration.ofNanos(35_400), Duration.ofNanos(2_600), 0.4, Duration.ofNanos(8_300),
                Duration.ofNanos(5_900), Duration.ofNanos(800), 1, 1, 0);
    }
}

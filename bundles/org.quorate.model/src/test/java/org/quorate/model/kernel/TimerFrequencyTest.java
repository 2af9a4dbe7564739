// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.model.OsRelease;

class TimerFrequencyTest {

    /** Of one version some build with 250 and some with 1000: 5.14 is Red Hat's and SUSE's, 5.15 Ubuntu's and Oracle's. */
    @ParameterizedTest
    @CsvSource({"DEBIAN_12, 6.1, 250", "DEBIAN_12, 6.1-uml, 100", "UBUNTU_22_04, 5.15, 250", "ORACLE_9, 5.15, 1000",
        "UBUNTU_24_04, 6.8, 250", "RHEL_8, 4.18, 1000", "RHEL_9, 5.14, 1000", "SLES_15, 5.14, 250", "RHEL_10, 6.12, 1000", "RHEL_9, 6.1-uml, 100"})
    void itIsTheBuildersNotTheVersions(OsRelease os, String kernel, int ticks) {
        assertEquals(ticks, TimerFrequency.of(os, kernel));
    }
}

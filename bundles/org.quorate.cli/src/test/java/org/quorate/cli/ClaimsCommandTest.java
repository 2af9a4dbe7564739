// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is simulated is tested by the chapter of the documentation; here is what is said about it. */
class ClaimsCommandTest {

    private final Terminal terminal = new Terminal();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"claims nothing|no claim nothing (allowed: ocfs2-metadata, ", "claims --threads 0|1 or more",
        "claims --json --markdown|mutually exclusive"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, line.split(" "));
    }

    @Test
    void theClaimsAreListed() {
        assertEquals(0, terminal.run("claims", "--list"));
        assertTrue(terminal.out().contains("gfs2-lock-memory      GFS2 needs more memory for locks\n"), terminal.out());
    }
}

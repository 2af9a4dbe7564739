// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitCommandTest {

    private final Terminal terminal = new Terminal();

    @ParameterizedTest
    @CsvSource({"fit nothing, no run nothing of the lab: there are uml-", "fit --threads 0, 1 or more",
        "fit --evaluations 3, --evaluations is 27 or more", "fit uml-xfs-1-r2:never, nothing was measured in uml-xfs-1-r2:never"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, line.split(" "));
    }

    @Test
    void theRunsAreListed() {
        assertEquals(0, terminal.run("fit", "--list"));
        assertTrue(terminal.out().lines().anyMatch("uml-xfs-1-r2"::equals), terminal.out());
    }
}

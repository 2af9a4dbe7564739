// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return new QuorateCommandLine(new Console(InputStream.nullInputStream(), stream(out), stream(err), false, false, false))
                .run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"fit nothing, no run nothing of the lab: there are uml-", "fit --threads 0, 1 or more",
        "fit --evaluations 3, --evaluations is 27 or more", "fit uml-xfs-1-r2:never, nothing was measured in uml-xfs-1-r2:never"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        assertEquals(2, run(line.split(" ")));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(why), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theRunsAreListed() {
        assertEquals(0, run("fit", "--list"));
        assertTrue(out.toString(StandardCharsets.UTF_8).lines().anyMatch("uml-xfs-1-r2"::equals), out.toString(StandardCharsets.UTF_8));
    }
}

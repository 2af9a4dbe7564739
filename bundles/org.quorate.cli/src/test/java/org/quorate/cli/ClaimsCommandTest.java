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

/** What is simulated is tested by the chapter of the documentation; here is what is said about it. */
class ClaimsCommandTest {

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
    @CsvSource(delimiter = '|', value = {"claims nothing|no claim nothing (allowed: ocfs2-metadata, ", "claims --threads 0|1 or more",
        "claims --json --markdown|mutually exclusive"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        assertEquals(2, run(line.split(" ")));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(why), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theClaimsAreListed() {
        assertEquals(0, run("claims", "--list"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("gfs2-lock-memory      GFS2 needs more memory for locks\n"),
                out.toString(StandardCharsets.UTF_8));
    }
}

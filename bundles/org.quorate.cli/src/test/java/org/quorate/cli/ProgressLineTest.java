// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();

    private ProgressLine line(boolean terminal, boolean quiet) {
        return new ProgressLine(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, quiet, () -> false, now::get);
    }

    @Test
    void oneLineThatChangesOnATerminal() {
        try (ProgressLine line = line(true, false)) {
            line.report(0, 4, "running");
            now.set(30 * SECOND);
            line.report(1, 4, "gfs2\u001b[2J, replication 1 of 2");
        }
        assertEquals("\r\u001b[Kquorate: 0 of 4 runs (running)"
                + "\r\u001b[Kquorate: 1 of 4 runs, about 1 min 30 s left (gfs2?[2J, replication 1 of 2)"
                + "\r\u001b[K", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aLineNowAndThenElsewhere() {
        try (ProgressLine line = line(false, false)) {
            for (int done = 0; done <= 8; done++) {
                now.set(done * 4 * SECOND);
                line.report(done, 8, "a run");
            }
        }
        assertEquals("quorate: 3 of 8 runs, about 20 s left\nquorate: 6 of 8 runs, about 8 s left\n",
                bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatHasNoEndSaysWhereItIs() {
        try (ProgressLine line = line(true, false)) {
            line.report(0, 0, "");
            line.report(0, 0, "round 1");
        }
        assertEquals("\r\u001b[Kquorate: round 1\r\u001b[K", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void nothingIfQuiet() {
        try (ProgressLine line = line(true, true)) {
            line.report(1, 2, "a run");
        }
        assertEquals("", bytes.toString(StandardCharsets.UTF_8));
    }
}

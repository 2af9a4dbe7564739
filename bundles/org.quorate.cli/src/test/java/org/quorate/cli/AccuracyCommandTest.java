// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the smallest run of the lab. */
class AccuracyCommandTest {

    private static final String RUN = "capture-ocfs2-2-r3";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return new QuorateCommandLine(new Console(InputStream.nullInputStream(), stream(out), stream(err), false, false, false))
                .run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"accuracy nothing, no run nothing of the lab: there are qemu-", "accuracy --threads 0, 1 or more",
        "accuracy --json --csv, mutually exclusive", "accuracy --summary --misses, mutually exclusive"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        assertEquals(2, run(line.split(" ")));
        assertEquals("", out());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(why), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theRunsAreListed() {
        assertEquals(0, run("accuracy", "--list"));
        assertEquals(21, out().lines().count());
        assertTrue(out().lines().anyMatch(RUN::equals), out());
    }

    @Test
    void aRunIsWrittenAsATableAndItsSummaryAfterIt() {
        assertEquals(0, run("accuracy", RUN));
        assertTrue(out().startsWith(RUN + " (ocfs2)\n"), out());
        assertTrue(out().contains("MASTER_REQUEST"), out());
        assertTrue(out().indexOf("messages by type") > out().indexOf("Summary"), out());
    }

    @Test
    void theSummaryAloneIsTheEndOfTheTable() {
        assertEquals(0, run("accuracy", "--quiet", RUN));
        String whole = out();
        out.reset();
        assertEquals(0, run("accuracy", "--quiet", "--summary", "--threads", "1", RUN));
        assertTrue(whole.endsWith("\n\n" + out()), out());
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void csvAndJsonHaveTheSameRows(@TempDir Path directory) throws IOException {
        Path csv = directory.resolve("rows.csv");
        assertEquals(0, run("accuracy", "--csv", "-o", csv.toString(), RUN));
        assertEquals("", out());
        assertEquals(0, run("accuracy", "--json", RUN));
        long rows = Files.readString(csv).lines().count() - 1;
        assertTrue(rows > 10, Files.readString(csv));
        assertEquals(rows, out().lines().filter(line -> line.contains("\"outcome\"")).count());
        assertEquals(1, run("accuracy", "--csv", "-o", csv.toString(), RUN), "a file is replaced only with --force");
    }

    @Test
    void theReportIsOnePageAndSaysHowItWasMade(@TempDir Path directory) throws IOException {
        Path report = directory.resolve("truth");
        assertEquals(0, run("accuracy", "--summary", "--report", report.toString(), RUN));
        String page = Files.readString(report.resolve("index.html"));
        assertTrue(page.contains("quorate accuracy --report"), "the command");
        assertTrue(page.contains("chart-types"), "a chart");
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("wrote "), err.toString(StandardCharsets.UTF_8));
    }
}

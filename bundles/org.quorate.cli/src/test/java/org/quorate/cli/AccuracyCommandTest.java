// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the smallest run of the lab. */
class AccuracyCommandTest {

    private static final String RUN = "capture-ocfs2-2-r3";

    private final Terminal terminal = new Terminal();

    @ParameterizedTest
    @CsvSource({"accuracy nothing, no run nothing of the lab: there are qemu-", "accuracy --threads 0, 1 or more",
        "accuracy --json --csv, mutually exclusive", "accuracy --summary --misses, mutually exclusive",
        "accuracy --from folder capture-ocfs2-2-r3, --from stands in the place of runs",
        "accuracy --from folder --list, --list names the runs of the lab"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, line.split(" "));
    }

    @Test
    void theRunsAreListed() {
        assertEquals(0, terminal.run("accuracy", "--list"));
        assertEquals(21, terminal.out().lines().filter(run -> run.matches("(uml|qemu|capture)-.*")).count());
        assertTrue(terminal.out().lines().anyMatch(RUN::equals), terminal.out());
    }

    @Test
    void aFolderThatIsNoRunIsSaid(@TempDir Path directory) throws IOException {
        for (Path folder : List.of(directory, directory.resolve("none"))) {
            assertEquals(3, terminal.run("accuracy", "--from", folder.toString()));
            assertTrue(terminal.err().contains(folder.resolve("meta.csv") + ": no such file or directory"), terminal.err());
        }
        Files.write(directory.resolve("meta.csv"), new byte[] {(byte) 0xff});
        assertEquals(3, terminal.run("accuracy", "--from", directory.toString()));
        assertTrue(terminal.err().contains(directory + ": one of its files is no text in UTF-8"), terminal.err());
        Files.writeString(directory.resolve("meta.csv"), "key,value\ndate,2026-11-29\n");
        assertEquals(3, terminal.run("accuracy", "--from", directory.toString()));
        assertTrue(terminal.err().contains("meta.csv: there is no kernel"), terminal.err());
    }

    @Test
    void aRunIsWrittenAsATableAndItsSummaryAfterIt() {
        assertEquals(0, terminal.run("accuracy", RUN));
        assertTrue(terminal.out().startsWith(RUN + " (ocfs2)\n"), terminal.out());
        assertTrue(terminal.out().contains("MASTER_REQUEST"), terminal.out());
        assertTrue(terminal.out().indexOf("messages by type") > terminal.out().indexOf("Summary"), terminal.out());
    }

    @Test
    void theSummaryAloneIsTheEndOfTheTable() {
        assertEquals(0, terminal.run("accuracy", "--quiet", RUN));
        assertEquals("", terminal.err());
        String whole = terminal.out();
        assertEquals(0, terminal.run("accuracy", "--quiet", "--summary", "--threads", "1", RUN));
        assertTrue(whole.endsWith("\n\n" + terminal.out()), terminal.out());
        assertEquals("", terminal.err());
    }

    @Test
    void csvAndJsonHaveTheSameRows(@TempDir Path directory) throws IOException {
        Path csv = directory.resolve("rows.csv");
        assertEquals(0, terminal.run("accuracy", "--csv", "-o", csv.toString(), RUN));
        assertEquals("", terminal.out());
        assertEquals(0, terminal.run("accuracy", "--json", RUN));
        long rows = Files.readString(csv).lines().count() - 1;
        assertTrue(rows > 10, Files.readString(csv));
        assertEquals(rows, terminal.out().lines().filter(line -> line.contains("\"outcome\"")).count());
        assertEquals(1, terminal.run("accuracy", "--csv", "-o", csv.toString(), RUN), "a file is replaced only with --force");
    }

    @Test
    void theReportIsOnePageAndSaysHowItWasMade(@TempDir Path directory) throws IOException {
        Path report = directory.resolve("truth");
        assertEquals(0, terminal.run("accuracy", "--summary", "--report", report.toString(), RUN));
        String page = Files.readString(report.resolve("index.html"));
        assertTrue(page.contains("quorate accuracy --report"), "the command");
        assertTrue(page.contains("chart-types"), "a chart");
        assertTrue(terminal.err().contains("wrote "), terminal.err());
    }
}

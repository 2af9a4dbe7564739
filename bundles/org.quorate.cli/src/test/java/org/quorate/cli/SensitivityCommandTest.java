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

class SensitivityCommandTest {

    private static final String THREADS = "workload.phases[mixed].closed.threads=1..8";
    private static final String DEPTH = "lun.queueDepth=16..64";
    private static final List<String> SENSITIVITY = List.of("sensitivity", "-", "--input", THREADS, "--input", DEPTH);

    private final Terminal terminal = new Terminal(Terminal.resource("shared.yaml"));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sensitivity|SCENARIO", "sensitivity - --input lun.queDepth|did you mean queueDepth?",
        "sensitivity - --input lun.device|no number that can be multiplied", "sensitivity - --input lun.queueDepth=8..2|is not less than",
        "sensitivity - --factor 1|the factor is more than 1", "sensitivity - --factor NaN|the factor is more than 1",
        "sensitivity - --figure speed|'speed' is no figure", "sensitivity - --contenders ocfs2,xfs|two of ocfs2, gfs2",
        "sensitivity - --input workload.phases[$(id)].closed.threads|$(id)", "sensitivity - --input lun.queueDepth=2..4 --input lun.queueDepth=8..9|lun.queueDepth is given twice",
        "sensitivity - --json --csv|mutually exclusive"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, line.split(" "));
    }

    @Test
    void noInputReachesTheTerminalAsItIs() {
        for (String hostile : List.of("lun.\u001b[2J", "lun.queueDepth=1..\u001b[31m2", "lun.\u202equeueDepth", "lun.\r\nqueueDepth", "x".repeat(100_000))) {
            assertEquals(2, terminal.run("sensitivity", "-", "--input", hostile), terminal.err());
            String message = terminal.err().substring(0, terminal.err().indexOf("Usage: "));
            assertTrue(message.length() < 300 && message.chars().noneMatch(c -> c != '\n' && c < ' ' || c == 0x202e), message);
        }
    }

    @Test
    void theTableHasARowForEachEndAndTheInputAtTheLeft() {
        assertEquals(0, terminal.run(SENSITIVITY));
        List<String> lines = terminal.out().lines().toList();
        assertEquals("Two shared file systems", lines.get(0));
        assertEquals("What moves the mean latency over the operation mix of ocfs2 and gfs2", lines.get(1));
        assertTrue(lines.get(3).matches("As it is: ocfs2 [0-9.]+ .s, gfs2 [0-9.]+ .s; verdict: .+"), lines.get(3));
        assertTrue(lines.get(5).matches("  input +tried +ocfs2 +gfs2 +moves by  verdict"), lines.get(5));
        assertEquals(List.of("1", "8"), rows(lines, "  workload.phases[mixed].closed.threads "), terminal.out());
        assertEquals(List.of("16", "64"), rows(lines, "  lun.queueDepth "), terminal.out());
        assertTrue(lines.stream().limit(10).allMatch(line -> line.length() <= 120), terminal.out());
    }

    /** What was tried of the input whose row begins so. */
    private static List<String> rows(List<String> lines, String input) {
        int at = 0;
        while (!lines.get(at).startsWith(input)) {
            at++;
        }
        String first = lines.get(at).substring(input.length());
        return List.of(first.strip().split(" ")[0], lines.get(at + 1).strip().split(" ")[0]);
    }

    @Test
    void withoutInputsTheOnesThatCanBeMeasuredAreMoved() {
        assertEquals(0, terminal.run("sensitivity", "-", "--csv", "--contenders", "gfs2,ocfs2"));
        List<String> lines = terminal.out().lines().toList();
        assertEquals("input,own_value,value,verdict,gfs2,gfs2_half_width,ocfs2,ocfs2_half_width", lines.get(0));
        assertTrue(lines.get(1).startsWith(",,,"), lines.get(1));
        for (String input : List.of("cluster.interconnect.roundTrip", "cluster.hardware.systemCall", "lun.service.read", "lun.queueDepth",
                "workload.fileSets[files].files", "workload.phases[mixed].closed.thinkTime", "workload.phases[mixed].mix[create].weight")) {
            assertEquals(2, lines.stream().filter(line -> line.startsWith(input + ",")).count(), input);
        }
    }

    @Test
    void pointsAreKeptForOtherFiguresAndForSweeps() throws IOException {
        String output = directory.resolve("s.csv").toString();
        assertEquals(0, terminal.run(SENSITIVITY, "--csv", "-o", output));
        assertEquals(6, Files.readString(Path.of(output)).lines().count());
        String keep = directory.resolve("s.csv.points").toString();
        assertEquals(0, terminal.run(SENSITIVITY, "--json", "--figure", "p99 create", "--keep", keep));
        assertTrue(terminal.err().contains("quorate: 5 of 5 points were kept from before\n"), terminal.err());
        assertTrue(terminal.out().contains("\"format\" : \"quorate-sensitivity/1\""), terminal.out());
        assertEquals(0, terminal.run("sweep", "-", "--vary", "lun.queueDepth=16,64", "--csv", "--keep", keep));
        assertTrue(terminal.err().contains("quorate: 2 of 2 points were kept from before\n"), terminal.err());
    }

    @Test
    void theReportHasTornadosAndTheCommandForAShell() throws IOException {
        Path report = directory.resolve("it's here");
        assertEquals(0, terminal.run(SENSITIVITY, "--report", report.toString()));
        assertTrue(terminal.err().contains("quorate: wrote "), terminal.err());
        String page = Files.readString(report.resolve("index.html"));
        assertTrue(page.contains("<svg") && page.contains("Every input"), "the charts and the table");
        String from = page.substring(page.indexOf("quorate sensitivity -"));
        String command = from.substring(0, from.indexOf('<')).replace("&#39;", "'");
        assertTrue(command.startsWith("quorate sensitivity - --figure latency --contenders ocfs2,gfs2 --factor 2.0 --input '" + THREADS
                + "' --input " + DEPTH + " --seed 1 --replications 2 --report '"), command);
        assertTrue(command.strip().endsWith("it'\\''s here'"), command);
        assertEquals(1, terminal.run(SENSITIVITY, "--report", report.toString()), "it is there already");
    }
}

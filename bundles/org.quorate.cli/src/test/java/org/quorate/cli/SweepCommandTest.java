// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.study.io.SweepJson;
import org.quorate.study.sweep.Sweep;

class SweepCommandTest {

    private static final String THREADS = "workload.phases[mixed].closed.threads=1,3";
    private static final List<String> SWEEP = List.of("sweep", "-", "--replications", "2");

    private final Terminal terminal = new Terminal(Terminal.resource("local.yaml"));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sweep -|--vary", "sweep - --vary|--vary", "sweep - --vary x=1|x: is not a key of a scenario",
        "sweep - --vary lun.queDepth=1|did you mean queueDepth?", "sweep - --vary lun.queueDepth=0|allowed: a whole number from 1 to",
        "sweep - --vary lun.queueDepth=1..2|a range is FROM..TO:COUNT", "sweep - --vary lun.queueDepth=1 --json --csv|mutually exclusive",
        "sweep - --vary lun.queueDepth=1,2 --vary lun.size=1_GiB --together|lun.size has 1 values",
        "sweep - --vary study.seed=1,2 --seed 3|study.seed is varied and set",
        "sweep - --vary study.replications=2,3 --replications 3|study.replications is varied and set",
        "sweep - --vary lun.queueDepth=1 --threads 0|1 or more", "sweep - --vary lun.queueDepth=1 --replications 1|2 to 1000"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) {
        terminal.assertWrongUsage(why, line.split(" "));
    }

    @Test
    void everyWrongValueHasALineOfItsOwn() {
        assertEquals(2, terminal.run(SWEEP, "--vary", "lun.queueDepth=0,-1", "--vary", "lun.name=a\u001b[31m\nb"));
        assertEquals(3, terminal.err().lines().filter(line -> line.startsWith("--vary: lun.")).count(), terminal.err());
        assertFalse(terminal.err().contains("\u001b"), terminal.err());
    }

    @Test
    void errorsOfTheScenarioExitWithThree() throws IOException {
        Path bad = Files.writeString(directory.resolve("bad.yaml"), Terminal.resource("local.yaml").replace("replications: 3", "replicatons: 3"));
        assertEquals(3, terminal.run("sweep", bad.toString(), "--vary", THREADS));
        assertTrue(terminal.err().contains("replications"), terminal.err());
    }

    @Test
    void aRowForEachPointAndFileSystemAsTableCsvAndJson() {
        assertEquals(0, terminal.run(SWEEP, "--vary", THREADS, "--vary", "lun.device=nvme,sata-ssd"));
        assertTrue(terminal.out().startsWith("Two local file systems\n\nAll measured phases\n"), terminal.out());
        assertTrue(terminal.out().contains("Phase mixed, latency of create"), terminal.out());
        assertEquals(4 * 8, terminal.out().lines().filter(line -> line.matches(" +[13] +(nvme|sata-ssd) +(ext4|xfs) .*")).count(),
                terminal.out());
        assertEquals(0, terminal.run(SWEEP, "--vary", THREADS, "--vary", "lun.device=nvme,sata-ssd", "--csv"));
        List<String> rows = terminal.out().lines().toList();
        assertEquals(1 + 8, rows.size());
        assertTrue(rows.get(0).startsWith("workload.phases[mixed].closed.threads,lun.device,contender,state,verdict,mix_latency_ns,"),
                rows.get(0));
        assertTrue(rows.get(1).startsWith("1,nvme,ext4,ok,"), rows.get(1));
        assertTrue(rows.get(8).startsWith("3,sata-ssd,xfs,ok,"), rows.get(8));
        assertEquals(0, terminal.run(SWEEP, "--vary", THREADS, "--together", "--vary", "lun.device=nvme,sata-ssd", "--json"));
        Sweep sweep = new SweepJson().read(terminal.out());
        assertEquals(List.of(List.of("1", "nvme"), List.of("3", "sata-ssd")), sweep.points().stream().map(p -> p.values()).toList());
    }

    @Test
    void pointsAreKeptBesideTheOutputAndUsedAgain() throws IOException {
        String output = directory.resolve("s.csv").toString();
        assertEquals(0, terminal.run(SWEEP, "--vary", THREADS, "--csv", "-o", output));
        assertEquals(2, kept(directory.resolve("s.csv.points")));
        String first = Files.readString(directory.resolve("s.csv"));
        assertEquals(1, terminal.run(SWEEP, "--vary", THREADS, "--csv", "-o", output), "refused before anything is run");
        assertEquals(0, terminal.run(SWEEP, "--vary", THREADS + ",5", "--csv", "-o", output, "--force"));
        assertTrue(terminal.err().contains("quorate: 2 of 3 points were kept from before\n"), terminal.err());
        assertTrue(Files.readString(directory.resolve("s.csv")).startsWith(first), "the first two points are the same");
        assertEquals(0, terminal.run(SWEEP, "--vary", THREADS, "--csv", "--keep", directory.resolve("s.csv.points").toString()));
        assertEquals(first, terminal.out());
        assertEquals(0, terminal.run(SWEEP, "--vary", THREADS, "--csv", "--seed", "5", "--keep", directory.resolve("s.csv.points").toString()));
        assertEquals(5, kept(directory.resolve("s.csv.points")), "another seed is another point");
    }

    @Test
    void aSettingThatIsVariedIsNotToldAsIfItWereOne() throws IOException {
        assertEquals(0, terminal.run("sweep", "-", "--vary", "study.seed=11,12", "--vary", "study.confidence=90 %,99 %", "--replications", "2"));
        String footer = terminal.out().lines().reduce("", (one, next) -> next);
        assertTrue(footer.contains(", 4 points, varied seeds, 2 replications, ± is the confidence interval of the point, "), footer);
        Path report = directory.resolve("report");
        assertEquals(0, terminal.run("sweep", "-", "--vary", "study.replications=2,3", "--report", report.toString(), "--json"));
        Sweep sweep = new SweepJson().read(terminal.out());
        assertTrue(sweep.replications().isEmpty() && sweep.seed().isPresent() && sweep.confidence().isPresent(), terminal.out());
        String page = Files.readString(report.resolve("index.html"));
        assertTrue(page.contains("--seed") && !page.contains("--replications"), "the command to make it again");
    }

    @Test
    void aDirectoryThatIsAFileIsTold() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertEquals(1, terminal.run(SWEEP, "--vary", THREADS, "--keep", file.toString()));
        assertEquals("quorate: " + file + ": is no directory\n", terminal.err());
    }

    @Test
    void theReportSaysHowItWasMade() throws IOException {
        Path report = directory.resolve("report");
        assertEquals(0, terminal.run(SWEEP, "--vary", THREADS, "--report", report.toString()));
        String page = Files.readString(report.resolve("index.html"));
        assertTrue(page.contains("--vary &#39;workload.phases[mixed].closed.threads=1,3&#39;")
                || page.contains("--vary 'workload.phases[mixed].closed.threads=1,3'"), "the command");
        assertTrue(page.contains("<svg") && page.contains("Every point"));
        assertEquals(1, terminal.run(SWEEP, "--vary", THREADS, "--report", report.toString()));
    }

    private static long kept(Path directory) throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}\\.json")).count();
        }
    }
}

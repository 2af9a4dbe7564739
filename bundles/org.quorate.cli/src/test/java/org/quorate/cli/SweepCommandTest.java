// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private int run(String... arguments) throws IOException {
        out.reset();
        err.reset();
        Console console = new Console(new ByteArrayInputStream(local().getBytes(StandardCharsets.UTF_8)), stream(out), stream(err),
                false, false, false);
        return new QuorateCommandLine(console).run(arguments);
    }

    private int sweep(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("sweep", "-", "--replications", "2"));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String local() throws IOException {
        try (InputStream in = SweepCommandTest.class.getResourceAsStream("local.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sweep -|--vary", "sweep - --vary|--vary", "sweep - --vary x=1|x: is not a key of a scenario",
        "sweep - --vary lun.queDepth=1|did you mean queueDepth?", "sweep - --vary lun.queueDepth=0|allowed: a whole number from 1 to",
        "sweep - --vary lun.queueDepth=1..2|a range is FROM..TO:COUNT", "sweep - --vary lun.queueDepth=1 --json --csv|mutually exclusive",
        "sweep - --vary lun.queueDepth=1,2 --vary lun.size=1_GiB --together|lun.size has 1 values",
        "sweep - --vary study.seed=1,2 --seed 3|study.seed is varied and set",
        "sweep - --vary study.replications=2,3 --replications 3|study.replications is varied and set",
        "sweep - --vary lun.queueDepth=1 --threads 0|1 or more", "sweep - --vary lun.queueDepth=1 --replications 1|2 to 1000"})
    void wrongUsageExitsWithTwoAndSaysWhy(String line, String why) throws IOException {
        assertEquals(2, run(line.split(" ")), err());
        assertEquals("", out());
        assertTrue(err().contains(why), err());
    }

    @Test
    void everyWrongValueHasALineOfItsOwn() throws IOException {
        assertEquals(2, sweep("--vary", "lun.queueDepth=0,-1", "--vary", "lun.name=a\u001b[31m\nb"));
        assertEquals(3, err().lines().filter(line -> line.startsWith("--vary: lun.")).count(), err());
        assertFalse(err().contains("\u001b"), err());
    }

    @Test
    void errorsOfTheScenarioExitWithThree() throws IOException {
        Path bad = Files.writeString(directory.resolve("bad.yaml"), local().replace("replications: 3", "replicatons: 3"));
        assertEquals(3, run("sweep", bad.toString(), "--vary", THREADS));
        assertTrue(err().contains("replications"), err());
    }

    @Test
    void aRowForEachPointAndFileSystemAsTableCsvAndJson() throws IOException {
        assertEquals(0, sweep("--vary", THREADS, "--vary", "lun.device=nvme,sata-ssd"));
        assertTrue(out().startsWith("Two local file systems\n\nAll measured phases\n"), out());
        assertTrue(out().contains("Phase mixed, latency of create"), out());
        assertEquals(4 * 8, out().lines().filter(line -> line.matches(" +[13] +(nvme|sata-ssd) +(ext4|xfs) .*")).count(), out());
        assertEquals(0, sweep("--vary", THREADS, "--vary", "lun.device=nvme,sata-ssd", "--csv"));
        List<String> rows = out().lines().toList();
        assertEquals(1 + 8, rows.size());
        assertTrue(rows.get(0).startsWith("workload.phases[mixed].closed.threads,lun.device,contender,state,verdict,mix_latency_ns,"),
                rows.get(0));
        assertTrue(rows.get(1).startsWith("1,nvme,ext4,ok,"), rows.get(1));
        assertTrue(rows.get(8).startsWith("3,sata-ssd,xfs,ok,"), rows.get(8));
        assertEquals(0, sweep("--vary", THREADS, "--together", "--vary", "lun.device=nvme,sata-ssd", "--json"));
        Sweep sweep = new SweepJson().read(out());
        assertEquals(List.of(List.of("1", "nvme"), List.of("3", "sata-ssd")), sweep.points().stream().map(p -> p.values()).toList());
    }

    @Test
    void pointsAreKeptBesideTheOutputAndUsedAgain() throws IOException {
        String output = directory.resolve("s.csv").toString();
        assertEquals(0, sweep("--vary", THREADS, "--csv", "-o", output));
        assertEquals(2, kept(directory.resolve("s.csv.points")));
        String first = Files.readString(directory.resolve("s.csv"));
        assertEquals(1, sweep("--vary", THREADS, "--csv", "-o", output), "refused before anything is run");
        assertEquals(0, sweep("--vary", THREADS + ",5", "--csv", "-o", output, "--force"));
        assertTrue(err().contains("quorate: 2 of 3 points were kept from before\n"), err());
        assertTrue(Files.readString(directory.resolve("s.csv")).startsWith(first), "the first two points are the same");
        assertEquals(0, sweep("--vary", THREADS, "--csv", "--keep", directory.resolve("s.csv.points").toString()));
        assertEquals(first, out());
        assertEquals(0, sweep("--vary", THREADS, "--csv", "--seed", "5", "--keep", directory.resolve("s.csv.points").toString()));
        assertEquals(5, kept(directory.resolve("s.csv.points")), "another seed is another point");
    }

    @Test
    void aSettingThatIsVariedIsNotToldAsIfItWereOne() throws IOException {
        assertEquals(0, run("sweep", "-", "--vary", "study.seed=11,12", "--vary", "study.confidence=90 %,99 %", "--replications", "2"));
        String footer = out().lines().reduce("", (one, next) -> next);
        assertTrue(footer.contains(", 4 points, varied seeds, 2 replications, ± is the confidence interval of the point, "), footer);
        Path report = directory.resolve("report");
        assertEquals(0, run("sweep", "-", "--vary", "study.replications=2,3", "--report", report.toString(), "--json"));
        Sweep sweep = new SweepJson().read(out());
        assertTrue(sweep.replications().isEmpty() && sweep.seed().isPresent() && sweep.confidence().isPresent(), out());
        String page = Files.readString(report.resolve("index.html"));
        assertTrue(page.contains("--seed") && !page.contains("--replications"), "the command to make it again");
    }

    @Test
    void aDirectoryThatIsAFileIsTold() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertEquals(1, sweep("--vary", THREADS, "--keep", file.toString()));
        assertEquals("quorate: " + file + ": is no directory\n", err());
    }

    @Test
    void theReportSaysHowItWasMade() throws IOException {
        Path report = directory.resolve("report");
        assertEquals(0, sweep("--vary", THREADS, "--report", report.toString()));
        String page = Files.readString(report.resolve("index.html"));
        assertTrue(page.contains("--vary &#39;workload.phases[mixed].closed.threads=1,3&#39;")
                || page.contains("--vary 'workload.phases[mixed].closed.threads=1,3'"), "the command");
        assertTrue(page.contains("<svg") && page.contains("Every point"));
        assertEquals(1, sweep("--vary", THREADS, "--report", report.toString()));
    }

    private static long kept(Path directory) throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}\\.json")).count();
        }
    }
}

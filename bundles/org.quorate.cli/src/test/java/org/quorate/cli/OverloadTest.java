// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.study.io.ComparisonJson;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.PhaseFigures;

/** Arrivals beyond what a disk can do: every form of output says so, with what binds, and none gives a latency. */
class OverloadTest {

    /** A disk of 7200 turns a minute serves about 79 requests a second, one after the other: 120 are too many, 20 are not. */
    private static final String SCENARIO = """
            schemaVersion: 1
            name: overload
            cluster:
              name: test
              os: debian-12
              nodes: [{name: node1, address: 10.0.0.1}, {name: node2, address: 10.0.0.2}]
            lun: {name: data, size: 10 GiB, device: disk-7200}
            fileSystems: [{type: ocfs2}, {type: gfs2}, {type: ext4, label: local}]
            workload:
              fileSets: [{name: files, files: 2, size: 1 GiB}]
              phases:
                - name: load
                  open: {rate: RATE /s}
                  duration: 10 s
                  mix: [{operation: read, fileSet: files, size: 4 KiB, at: random, how: direct, keepOpen: true}]
            study: {replications: 3}
            """;

    /** Appends that are synced: OCFS2 leaves them in the cache of the disk; GFS2 flushes it, and its nodes wait for each other's locks. */
    private static final String MIXED = SCENARIO.replace("operation: read, fileSet: files, size: 4 KiB, at: random, how: direct, keepOpen: true",
            "operation: append, fileSet: files, size: 4 KiB, fsync: true").replace("size: 1 GiB", "size: 16 KiB");

    private final Terminal terminal = new Terminal();

    private String run(String rate, String... arguments) {
        return runOf(SCENARIO, rate, arguments);
    }

    private String runOf(String scenario, String rate, String... arguments) {
        assertEquals(0, terminal.runOn(scenario.replace("RATE", rate), arguments), terminal::err);
        return terminal.out();
    }

    private static String line(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow(() -> new AssertionError(start + " in\n" + text));
    }

    @Test
    void theTableSaysSaturatedAndWhy() {
        String text = run("60", "compare", "-", "-q");
        assertEquals(List.of("SATURATED", "SATURATED", "SATURATED"), List.of(line(text, "  load").trim().split(" +")).subList(1, 4));
        assertTrue(text.contains("Verdict: neither"), text);
        assertFalse(text.substring(0, text.indexOf("Verdict")).contains("latency"), text);
        for (String label : List.of("ocfs2", "gfs2", "local")) {
            assertTrue(text.replaceAll("\\s+", " ").matches("(?s).* " + label
                    + " cannot carry the load of phase load: [a-zLUN ]+ is \\d+ % of the time of its operations; LUN is busy \\d+ % of the time.*"), text);
        }
    }

    /** Latencies that stand beside it do not bring one of those who cannot carry the load. */
    @Test
    void oneThatIsSaturatedAmongOthersHasDashes() {
        String text = runOf(MIXED, "20", "compare", "-", "-q");
        assertEquals(List.of("ok", "SATURATED", "ok"), List.of(line(text, "  load").trim().split(" +")).subList(1, 4), text);
        List<String> latencies = text.lines().filter(line -> line.matches(" *(mean )?latency.*")).toList();
        assertEquals(5, latencies.size(), text);
        assertTrue(latencies.stream().allMatch(line -> line.matches(".* [nµm]?s +[0-9.]+( ±[0-9.]+)? +- +[0-9.]+( ±[0-9.]+)?")), text);
    }

    @Test
    void csvAndJsonHaveNoLatency() {
        String csv = run("60", "compare", "-", "-q", "--csv");
        for (String label : List.of("ocfs2", "gfs2", "local")) {
            assertTrue(csv.contains(label + ",load,,saturated,,1,\n"), csv);
            assertTrue(csv.contains(label + ",load,LUN,utilisation,"), csv);
        }
        assertFalse(csv.contains("latency"), csv);
        for (ContenderResult contender : new ComparisonJson().read(run("60", "compare", "-", "-q", "--json")).contenders()) {
            PhaseFigures phase = contender.phase("load");
            assertTrue(phase.saturated() && phase.warmUp().isEmpty() && contender.total().mixLatencyNanos().isEmpty());
            assertEquals("LUN", phase.bindingStation().orElseThrow().station());
            assertTrue(phase.operations().stream().allMatch(operation -> operation.latency().isEmpty() && operation.distribution().isEmpty()));
            // What the disk does, not what arrives.
            assertEquals(79, phase.throughput().mean(), 6);
        }
    }

    @Test
    void theReportSaysSaturatedAndWhy(@TempDir Path directory) throws IOException {
        run("60", "compare", "-", "-q", "--report", directory.resolve("report").toString());
        String page = Files.readString(directory.resolve("report/index.html"));
        assertTrue(page.contains("cannot carry the load of phase load"), "says why");
        assertTrue(page.contains("saturated"));
        assertFalse(page.contains("id=\"latency-1-read\""), "has no curve");
    }

    @Test
    void sweepsSaySaturatedWhereItIs() {
        String[] sweep = {"sweep", "-", "-q", "--vary", "workload.phases[load].open.rate=10 /s,60 /s"};
        String text = run("60", sweep).replaceAll("\\s+", " ");
        assertTrue(text.contains("SATURATED: ") && text.contains("saturated"), text);
        String csv = run("60", "sweep", "-", "-q", "--vary", "workload.phases[load].open.rate=10 /s,60 /s", "--csv");
        assertEquals(3, csv.lines().filter(line -> line.contains("saturated: phase load: ")).count(), csv);
        assertEquals(3, csv.lines().filter(line -> line.contains(",ok,")).count(), csv);
        String json = run("60", "sweep", "-", "-q", "--vary", "workload.phases[load].open.rate=10 /s,60 /s", "--json");
        assertEquals(3, json.lines().filter(line -> line.contains("\"saturated\" : \"phase load: ")).count(), json);
    }

    /** The guard of the guard: a load that is carried has its figures. */
    @Test
    void aLoadThatIsCarriedHasALatency() {
        String text = run("10", "compare", "-", "-q");
        assertFalse(text.contains("SATURATED") || text.contains("cannot carry"), text);
        assertTrue(line(text, "    latency, mean").matches(".*ms( +[0-9.]+ ±[0-9.]+){3}"), text);
    }
}

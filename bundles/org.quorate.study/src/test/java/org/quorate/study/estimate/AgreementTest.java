// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.model.yaml.ScenarioReader;

/** The promise of the estimate: where its assumptions hold it is within 20 % of the simulator, elsewhere it says so. */
class AgreementTest {

    private static final List<String> SAMPLES = List.of("backup-scan", "log-append", "maildir", "video-sequential", "vm-images",
            "web-sessions", "web-uploads", "published/cold-scan", "published/ls-cold");
    private static final List<String> OPERATIONS = List.of("stat", "open", "chmod", "create", "read", "write", "append", "rename", "readdir",
            "unlink", "session", "flock", "fsync");
    private static final int[][] NODES_AND_THREADS = {{1, 1}, {1, 8}, {1, 32}, {2, 1}, {2, 8}, {4, 1}, {4, 8}, {4, 32}, {8, 1}, {8, 8}};
    /** Each so many of the grid are run, unless long tests are. */
    private static final int EVERY = 11;
    /** Shares of rows in which the assumptions hold: measured as 70 % of the grid and 55 % of the samples, less a few rows. */
    private static final double LEAST_OF_GRID = 0.6;
    private static final double LEAST_OF_SAMPLES = 0.5;
    /** Of these, the share whose replications are enough to compare every figure: see there. */
    private static final double LEAST_COMPARED = 0.9;
    private static final Agreement.Effort REPLICATED = new Agreement.Effort(3, 12);
    /** One run has no interval: its figures are taken as they are. */
    private static final Agreement.Effort ONCE = new Agreement.Effort(1, 1);
    /** Ten times the 50 ms that an estimate may take. */
    private static final double LIMIT_MILLIS = 500;

    private static Scenario read(String name, String yaml) {
        return ScenarioReader.read(name, yaml).document().orElseThrow().scenario();
    }

    private static Scenario sample(String name) throws IOException {
        return read(name, Files.readString(Path.of("..", "..", "sample-models", name, "scenario.yaml")));
    }

    /** A phase of one operation on warm caches: on a node's own files in its own directory, or on all in one. */
    private static Scenario grid(String operation, boolean shared, int nodes, int threads) {
        StringBuilder yaml = new StringBuilder("schemaVersion: 1\nname: grid\ntitle: Grid\ncluster:\n  name: grid\n  os: debian-12\n")
                .append("  nodes:\n");
        for (int i = 1; i <= nodes; i++) {
            yaml.append("    - {name: n%d, address: 10.0.0.%d, cores: 4, memory: 8 GiB}\n".formatted(i, i));
        }
        String share = switch (operation) {
            case "create", "read" -> "operation: " + operation + ", size: 16 KiB";
            case "write", "append" -> "operation: " + operation + ", size: 4 KiB";
            case "session" -> "operation: session, size: 2 KiB";
            case "fsync" -> "operation: write, size: 4 KiB, fsync: true";
            default -> "operation: " + operation;
        };
        int most = operation.equals("unlink") ? 100 : 400;
        return read("grid.yaml", yaml.append("lun: {name: fs, size: 100 GiB, device: nvme}\nmountPoint: /mnt/fs\nfileSystems:\n")
                .append("  - {type: ocfs2, slots: 16}\n  - {type: gfs2, journals: 16}\n  - {type: ext4}\n  - {type: xfs}\nworkload:\n")
                .append("  fileSets:\n    - {name: a, files: 4096, size: 16 KiB, layout: %s}\n".formatted(shared ? "shared" : "private"))
                .append("  phases:\n    - {name: p, closed: {threads: %d}, operationsPerThread: %d, mix: [{%s, fileSet: a, access: %s}]}\n"
                        .formatted(threads, Math.max(40, Math.min(most, 4000 / (nodes * threads))), share, shared ? "any" : "own"))
                .append("initialState: {caches: warm}\n").toString());
    }

    private static void check(String title, List<Agreement.Row> rows, double leastShare) {
        long inside = rows.stream().filter(Agreement.Row::holds).count();
        long compared = rows.stream().filter(row -> row.holds() && row.compared()).count();
        rows.forEach(System.out::println);
        System.out.printf(Locale.ROOT, "%s: %d rows, the assumptions hold in %d, of which %d are compared%n", title, rows.size(), inside, compared);
        List<Agreement.Row> wrong = rows.stream().filter(row -> row.holds() && !row.agrees()).toList();
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong.stream().map(Agreement.Row::toString).toList()));
        assertTrue(inside >= leastShare * rows.size(), inside + " of " + rows.size());
        assertTrue(compared >= LEAST_COMPARED * inside, compared + " compared of " + inside);
    }

    @Test
    void agreesOnSamplesWhereItsAssumptionsHold() throws IOException {
        List<Agreement.Row> rows = new ArrayList<>();
        for (String name : SAMPLES) {
            rows.addAll(Agreement.of(name, sample(name), REPLICATED));
        }
        check("samples", rows, LEAST_OF_SAMPLES);
    }

    @Test
    void agreesOnSomeOfAGridWhereItsAssumptionsHold() {
        agreesOnGrid(EVERY);
    }

    @Test
    @Tag("long")
    void agreesOnAGridWhereItsAssumptionsHold() {
        agreesOnGrid(1);
    }

    private static void agreesOnGrid(int every) {
        List<Agreement.Row> rows = new ArrayList<>();
        int number = 0;
        for (String operation : OPERATIONS) {
            for (boolean shared : new boolean[] {false, true}) {
                for (int[] size : NODES_AND_THREADS) {
                    if (number++ % every == 0) {
                        rows.addAll(Agreement.of("%s %s n%d t%d".formatted(operation, shared ? "shared" : "own", size[0], size[1]),
                                grid(operation, shared, size[0], size[1]), ONCE));
                    }
                }
            }
        }
        check("grid", rows, LEAST_OF_GRID);
    }

    @Test
    void takesNoTime() throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        for (String name : SAMPLES) {
            Scenario scenario = sample(name);
            double best = Double.MAX_VALUE;
            for (int i = 0; i < 20; i++) {
                long begin = threads.getCurrentThreadCpuTime();
                Estimator.of(scenario, KernelProfiles::named);
                best = Math.min(best, (threads.getCurrentThreadCpuTime() - begin) / 1e6);
            }
            System.out.printf(Locale.ROOT, "%s: %.1f ms of processor time%n", name, best);
            assertTrue(best < LIMIT_MILLIS, name + " took " + best + " ms");
        }
    }

    @Test
    void givesTheSameTwice() throws IOException {
        for (String name : SAMPLES) {
            assertEquals(Estimator.of(sample(name), KernelProfiles::named), Estimator.of(sample(name), KernelProfiles::named));
        }
    }
}

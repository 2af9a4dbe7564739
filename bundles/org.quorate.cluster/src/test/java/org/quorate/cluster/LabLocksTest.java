// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.SlabCache;

/**
 * The lock objects and inodes that a phase adds or removes on a node are those that the lab's kernels counted in /proc/slabinfo,
 * within 8 % or one slab page of objects, in at least one of the lab's two repetitions. Each error is printed.
 */
class LabLocksTest {

    /** Objects of the smallest cache in one 4 KiB page: dlm lock names of 32 bytes. */
    private static final int PAGE_OF_OBJECTS = 128;

    private record Row(String run, String phase, String cache, double growth) {
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2"})
    void objectsAgreeWithTheKernel(String fileSystem) throws IOException {
        RunResult run = Scenarios.run(Scenarios.sample("lab/five-rows"), fileSystem);
        List<String> misses = new ArrayList<>();
        StringBuilder table = new StringBuilder("%n%-6s %-16s %-20s %10s %10s%n".formatted("", "phase", "objects a node", "measured",
                "simulated"));
        List<Row> rows = rows().stream().filter(r -> r.run().contains("-" + fileSystem + "-")).toList();
        for (Row row : rows) {
            double simulated = growth(run, row.phase(), row.cache());
            table.append("%-6s %-16s %-20s %10.1f %10.1f%n".formatted(fileSystem, row.phase(), row.cache(), row.growth(), simulated));
            boolean agrees = rows.stream().filter(r -> r.phase().equals(row.phase()) && r.cache().equals(row.cache()))
                    .anyMatch(r -> Math.abs(simulated - r.growth()) <= Math.max(PAGE_OF_OBJECTS, 0.08 * Math.abs(r.growth())));
            if (!agrees) {
                misses.add("%s %s: measured %.1f, simulated %.1f".formatted(row.phase(), row.cache(), row.growth(), simulated));
            }
        }
        assertTrue(misses.isEmpty(), () -> misses + table.toString());
        System.getLogger(LabLocksTest.class.getName()).log(System.Logger.Level.INFO, table.toString());
    }

    private static double growth(RunResult run, String phase, String cache) {
        int index = run.phases().indexOf(Scenarios.phase(run, phase));
        double after = objects(run.phases().get(index), cache);
        return index == 0 ? after : after - objects(run.phases().get(index - 1), cache);
    }

    private static double objects(PhaseResult phase, String cache) {
        double sum = 0;
        for (NodeCensus census : phase.census()) {
            for (SlabCache kind : SlabCache.values()) {
                sum += kind.slabName().equals(cache) ? census.objects().getOrDefault(kind, 0L) : 0;
            }
        }
        return sum / phase.census().size();
    }

    private static List<Row> rows() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                LabLocksTest.class.getResourceAsStream("lab-locks.csv"), StandardCharsets.UTF_8))) {
            return reader.lines().filter(l -> !l.startsWith("#") && !l.startsWith("run,")).map(l -> l.split(","))
                    .map(c -> new Row(c[0], c[1], c[2], Double.parseDouble(c[3]))).toList();
        }
    }
}

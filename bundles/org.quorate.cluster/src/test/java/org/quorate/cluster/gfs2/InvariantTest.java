// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.Scenarios;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.model.Operation;
import org.quorate.model.Phase;
import org.quorate.model.SlabCache;

/**
 * Random mixes: at no millisecond do two nodes hold what only one may hold, every operation completes, and when everything is
 * dropped nothing but the permanent locks remains.
 */
class InvariantTest {

    private static final long SECONDS = 1_000_000_000L;
    private static final int OPERATIONS = 15;

    private static String workload(SplittableRandom random) {
        StringBuilder yaml = new StringBuilder("""
                fileSets:
                  - {name: a, files: %d, size: 2 KiB, layout: shared}
                  - {name: b, files: %d, size: 9 KiB, layout: tree, directories: 2}
                  - {name: c, files: 3, in: a, layout: each}
                  - {name: d, in: b, files: 5, made: on-use}
                phases:
                """.formatted(random.nextInt(1, 8), random.nextInt(1, 30)));
        for (int phase = 0; phase < 4; phase++) {
            yaml.append("  - name: p%d\n    closed: {threads: %d}\n    operationsPerThread: %d\n    mix:\n".formatted(phase,
                    random.nextInt(1, 5), OPERATIONS));
            for (Operation operation : Operation.values()) {
                if (operation == Operation.STAT || random.nextInt(3) > 0) {
                    yaml.append("      - {operation: %s, fileSet: %s%s}\n".formatted(operation.name().toLowerCase(Locale.ROOT),
                            Scenarios.setFor(operation, random), access(operation, random)));
                }
            }
        }
        return yaml.toString();
    }

    private static String access(Operation operation, SplittableRandom random) {
        return switch (operation) {
            case CREATE, MKDIR -> "";
            case UNLINK -> random.nextBoolean() ? ", access: own" : ", access: next";
            case APPEND, WRITE -> ", access: any, size: 1 KiB, fsync: " + random.nextBoolean() + ", keepOpen: " + random.nextBoolean();
            default -> ", access: any";
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8})
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void locksExcludeEachOtherAndNothingIsLeftBehind(int nodes) {
        for (int seed = 0; seed < 4; seed++) {
            SplittableRandom random = new SplittableRandom(100 * nodes + seed);
            Run run = new Run(Scenarios.of(nodes, workload(random), Scenarios.options(random))).watch();
            for (Phase phase : run.scenario.workload().phases()) {
                long threads = ((Phase.Closed) phase.load()).threads();
                assertEquals(nodes * threads * OPERATIONS, run.phase(phase).operationsTotal());
            }
            // verifications of deletions come 5 s later, and once more if they could not be done
            run.idle(15 * SECONDS);
            run.everywhere("drop caches");
            run.idle(15 * SECONDS);
            run.everywhere("drop caches");
            run.idle(20 * SECONDS);
            assertNothingIsLeft(run, "nodes " + nodes + ", seed " + seed);
        }
    }

    private static void assertNothingIsLeft(Run run, String which) {
        for (int node = 0; node < run.machine.nodes(); node++) {
            NodeCensus census = run.machine.census().of(node);
            Map<SlabCache, Long> alive = census.objects();
            assertEquals(0, alive.getOrDefault(SlabCache.GFS2_INODE, 0L), which + ": inodes of node " + node);
            assertEquals(0, alive.getOrDefault(SlabCache.DENTRY, 0L), which + ": dentries of node " + node);
            assertEquals(0, census.cachedInodes(), which);
        }
        run.gfs2.verify();
        run.assertOnlyPermanentGlocks(which);
        long glocks = run.objects(SlabCache.GFS2_GLOCK) + run.objects(SlabCache.GFS2_GLOCK_ASPACE);
        // each with its lock, the master's copy of it, and a resource with both and with the directory node
        assertTrue(run.objects(SlabCache.DLM_LKB) <= 2 * glocks, which + ": " + run.censuses());
        assertTrue(run.objects(SlabCache.DLM_RSB) <= 3 * glocks, which + ": " + run.censuses());
    }
}

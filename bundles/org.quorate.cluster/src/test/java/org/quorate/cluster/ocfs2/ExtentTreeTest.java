// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.cluster.ClusterRun;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.Scenarios;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.Bytes;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;

class ExtentTreeTest {

    /** Kernel reference 4.1: 243 extents in an inode and 252 in an extent block of 4 KiB; 512 bytes less their heads for the smallest. */
    @ParameterizedTest
    @CsvSource({"4096,243,252", "2048,115,124", "1024,51,60", "512,19,28"})
    void theBlockSizeSaysHowManyExtentsItHolds(int blockBytes, int inInode, int inBlock) {
        assertEquals(inInode, ExtentTree.recordsInInode(blockBytes));
        assertEquals(inBlock, ExtentTree.recordsInBlock(blockBytes));
    }

    /** Kernel reference 4.1: depth 0 up to 243 extents, 1 up to 61 thousand. */
    @Test
    void theTreeGrowsByALevelWhenItsRootIsFull() {
        ExtentTree tree = new ExtentTree(null, null, null, null, 4096, 0);
        assertEquals(0, tree.depth(0));
        assertEquals(0, tree.depth(243));
        assertEquals(1, tree.depth(244));
        assertEquals(1, tree.depth(243 * 252));
        assertEquals(2, tree.depth(243 * 252 + 1));
    }

    /** Two nodes append in turn, each from its own window: every append is an extent. With more than 243 a cold read reads one block more. */
    @Test
    void aColdReadOfAFragmentedFileReadsItsExtentBlock() {
        double few = readsOfFragmented(4 * 30, "64 KiB");
        double many = readsOfFragmented(4 * 75, "64 KiB");
        assertEquals(few + 1, many, 0.01);
    }

    /** The same with blocks of 1 KiB, 51 extents in the inode and 60 in an extent block, of a file of 400 in one read. */
    @Test
    void aReadOfAWholeFileReadsEachExtentBlockOnce() {
        assertEquals(readsOfWhole(400, Bytes.kib(4)) - 2 + 7, readsOfWhole(400, Bytes.kib(1)), 0.01);
    }

    private static double readsOfFragmented(int appends, String size) {
        return run(appends, "operation: read, fileSet: a, how: direct, size: 4 KiB", Bytes.kib(4), size).disk().reads();
    }

    private static double readsOfWhole(int appends, Bytes block) {
        return run(appends, "operation: read, fileSet: a, size: " + appends * 4 + " KiB", block, "4 KiB").disk().reads();
    }

    private static PhaseResult run(int appends, String read, Bytes block, String size) {
        Scenario scenario = Scenarios.of(2, """
                fileSets:
                  - {name: a, files: 1, size: 0 B, layout: shared, made: on-use}
                phases:
                  - name: append
                    operationsPerThread: %d
                    inTurn: true
                    closed: {threads: 1, thinkTime: 1 ms}
                    mix:
                      - {operation: append, fileSet: a, size: %s}
                  - {name: drop, duration: 1 s, dropCaches: true}
                  - name: read
                    operationsPerThread: 1
                    nodes: [n1]
                    closed: {threads: 1, thinkTime: 1 ms}
                    mix:
                      - {%s}
                """.formatted(appends / 2, size, read), ", noatime: true");
        Ocfs2Spec spec = (Ocfs2Spec) scenario.fileSystems().get(0);
        Ocfs2Spec blocks = new Ocfs2Spec(spec.label(), spec.stack(), block, spec.clusterSize(), spec.slots(), spec.journal(),
                spec.heartbeatThreshold(), spec.idleTimeout(), spec.accessTimes(), spec.securityLabels(), spec.barrier(), spec.dataOrdered(), spec.commit());
        RunResult run = ClusterRun.run(new RunRequest(scenario, blocks, 0), () -> false);
        return Scenarios.phase(run, "read");
    }
}

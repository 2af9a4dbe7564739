// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.Scenario;

/** Uncontended operations cost the messages that the protocols' formulas say (kernel reference 2.3, 2.4). */
class MessagesPerOperationTest {

    private static final int FILES = 400;

    private static Scenario scenario(int nodes) {
        return Scenarios.of(nodes, """
                fileSets:
                  - {name: p, files: 0, size: 4 KiB, layout: private}
                phases:
                  - name: warm-up
                    closed: {threads: 1}
                    operationsPerThread: 5
                    mix: [{operation: create, fileSet: p, size: 4 KiB}]
                  - name: create
                    closed: {threads: 1}
                    operationsPerThread: %d
                    mix: [{operation: create, fileSet: p, size: 4 KiB}]
                  - name: stat
                    closed: {threads: 1}
                    operationsPerThread: %d
                    mix: [{operation: stat, fileSet: p, access: own}]
                """.formatted(FILES, FILES));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void ocfs2CreateInPrivateDirectoryAsksEveryNodeForThreeResources(int nodes) {
        RunResult run = Scenarios.run(scenario(nodes), "ocfs2");
        PhaseResult create = Scenarios.phase(run, "create");
        assertEquals(nodes * FILES, create.operationsTotal());
        assertEquals(12.0 * (nodes - 1), Scenarios.messages(create), 0.001);
        assertEquals(0, Scenarios.messages(Scenarios.phase(run, "stat")), "a cached stat needs nobody");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void gfs2CreateInPrivateDirectoryLooksTwoResourcesUp(int nodes) {
        RunResult run = Scenarios.run(scenario(nodes), "gfs2");
        PhaseResult create = Scenarios.phase(run, "create");
        // each of two resources: the directory node is another one with probability (N - 1) / N, and then costs two messages
        double expected = 4.0 * (nodes - 1) / nodes;
        double deviation = 2 * Math.sqrt(2 * (nodes - 1.0) / nodes / nodes / (nodes * FILES));
        assertEquals(expected, Scenarios.messages(create), 4 * deviation + 0.02);
        assertEquals(0, Scenarios.messages(Scenarios.phase(run, "stat")), "a cached stat needs nobody");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void ocfs2SecondUserJoinsThreeResources(int nodes) {
        Scenario scenario = Scenarios.of(nodes, """
                fileSets:
                  - {name: p, files: 0, size: 4 KiB, layout: private}
                phases:
                  - name: create
                    closed: {threads: 1}
                    operationsPerThread: 200
                    syncAfter: true
                    mix: [{operation: create, fileSet: p, size: 4 KiB}]
                  - name: stat
                    closed: {threads: 1}
                    operationsPerThread: 200
                    nodes: [n1]
                    mix: [{operation: stat, fileSet: p, access: next}]
                """);
        double messages = Scenarios.messages(Scenarios.phase(Scenarios.run(scenario, "ocfs2"), "stat"));
        if (nodes == 1) {
            assertEquals(0, messages);
            return;
        }
        // lab/messages.md 2: n1 asks n2, the owner, first (k = 1): 2 (k + N + 1) each, and 2 N more if the join is duplicated
        double plain = 3 * 2 * (1 + nodes + 1);
        double duplicated = plain + 3 * 2 * nodes;
        assertTrue(messages >= plain - 0.01 && messages <= duplicated + 0.2, messages + " of " + plain + " to " + duplicated);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void ocfs2InodeInAFreedBlockFindsItsResources(int nodes) {
        RunResult run = Scenarios.run(Scenarios.of(nodes, """
                fileSets:
                  - {name: p, files: 0, size: 4 KiB, layout: private}
                  - {name: q, files: 0, size: 4 KiB, layout: private}
                phases:
                  - name: create
                    closed: {threads: 1}
                    operationsPerThread: 20
                    mix: [{operation: create, fileSet: p}]
                  - name: warm-up
                    closed: {threads: 1}
                    operationsPerThread: 1
                    mix: [{operation: create, fileSet: q}]
                  - name: unlink
                    closed: {threads: 1}
                    operationsPerThread: 10
                    mix: [{operation: unlink, fileSet: p, access: own}]
                  - name: again
                    closed: {threads: 1}
                    operationsPerThread: 5
                    mix: [{operation: create, fileSet: p}]
                  - name: elsewhere
                    closed: {threads: 1}
                    operationsPerThread: 5
                    mix: [{operation: create, fileSet: q}]
                  - name: aged
                    duration: 30 s
                  - name: later
                    closed: {threads: 1}
                    operationsPerThread: 5
                    mix: [{operation: create, fileSet: p}]
                """), "ocfs2");
        // META and OPEN are named after the block, DENTRY after the directory too: as in the lab's h_tree_shared (12.2, not 28)
        assertEquals(0, Scenarios.messages(Scenarios.phase(run, "again")), 0.001);
        assertEquals(4.0 * (nodes - 1), Scenarios.messages(Scenarios.phase(run, "elsewhere")), 0.001);
        assertEquals(12.0 * (nodes - 1), Scenarios.messages(Scenarios.phase(run, "later")), 0.001);
    }

    /** Kernel reference 1.4: every 300 s one node of the cluster takes ORPHAN_SCAN and looks into every slot's orphan directory. */
    @Test
    void ocfs2ScansForOrphansEveryFiveMinutes() {
        RunResult run = Scenarios.run(Scenarios.of(3, """
                fileSets:
                  - {name: p, files: 0, size: 4 KiB, layout: private}
                phases:
                  - {name: before, duration: 299 s}
                  - {name: scan, duration: 30 s}
                  - {name: after, duration: 250 s}
                """), "ocfs2");
        assertEquals(0, total(run, "before"));
        // two directories of others: join, and their owners go from EX to PR; then each node takes the scan's own lock
        assertTrue(total(run, "scan") >= 2 * 12 && total(run, "scan") < 150, "messages: " + total(run, "scan"));
        assertEquals(0, total(run, "after"));
    }

    private static long total(RunResult run, String phase) {
        return Scenarios.phase(run, phase).messages().stream().mapToLong(MessageCount::count).sum();
    }
}

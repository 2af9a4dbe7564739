// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;

/** Files that are there from the start are what the scenario says, whenever they are first touched. */
class InitialFilesTest {

    /** 4 GiB do not fit into an int: a write near the end is inside the file, and needs neither space nor its locks. */
    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2", "ext4"})
    void aFileMayBeLargerThanTwoGibibytes(String contender) {
        PhaseResult write = Scenarios.phase(Scenarios.run(Scenarios.of(2, """
                fileSets:
                  - {name: db, files: 2, size: 4 GiB, layout: private}
                phases:
                  - name: write
                    closed: {threads: 1}
                    operationsPerThread: 200
                    mix:
                      - {operation: write, fileSet: db, size: 16 KiB, at: random, how: direct, keepOpen: true}
                """), contender), "write");
        assertEquals(400, write.operationsTotal());
        assertTrue(Scenarios.messages(write) < 1, "messages an operation: " + Scenarios.messages(write));
    }

    /**
     * Each of them has a lock of its own name: none can have that of a file that was removed before. Unlinking a file whose locks
     * nobody holds costs as many messages for the last as for the first.
     */
    @Test
    void coldFilesDoNotTakeTheBlocksOfThoseRemovedBefore() {
        String phase = """
                  - name: %s
                    closed: {threads: 1}
                    operationsPerThread: 100
                    nodes: [n1]
                    mix:
                      - {operation: unlink, fileSet: files}
                """;
        String workload = """
                fileSets:
                  - {name: files, files: 1000, size: 1 KiB, layout: private}
                phases:
                """ + phase.formatted("first") + phase.formatted("last");
        RunResult run = Scenarios.run(Scenarios.of(2, workload), "ocfs2");
        double first = Scenarios.messages(Scenarios.phase(run, "first"));
        double last = Scenarios.messages(Scenarios.phase(run, "last"));
        assertTrue(first > 5, "messages an unlink: " + first);
        assertEquals(first, last, 0.2 * first);
    }
}

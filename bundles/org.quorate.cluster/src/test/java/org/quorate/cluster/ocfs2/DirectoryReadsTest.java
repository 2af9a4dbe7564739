// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.quorate.cluster.Scenarios;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;

/** How much of a directory is read again when its lock comes back: figures of the lab, and closed forms for sizes that it did not have. */
class DirectoryReadsTest {

    /** Lab runs uml-ocfs2-2-r0 and r2: 212 blocks in 200 creates in turn; at once 2.08 and 2.55 a create, which is known within a third. */
    @Test
    void createsInTurnReadWhatTheLabsDid() {
        RunResult run = Scenarios.run(Scenarios.sample("lab/uml-ocfs2-2-r2"), "ocfs2");
        assertEquals(212, Scenarios.phase(run, "e_pp_create2").disk().reads(), 2);
        PhaseResult shared = Scenarios.phase(run, "b_create_shared");
        assertEquals(2.55, shared.disk().reads() / 1000.0, 0.35 * 2.55, "reads of a create where both nodes work at once");
    }

    /**
     * In a directory of 60,000 names each create of the other node costs five reads: inode, root, extent block and leaf of the index, and
     * the block with room; a lookup of a known name's leaf would cost none.
     */
    @Test
    void aLargeDirectoryHasAnExtentBlockInItsIndex() {
        assertEquals(5, inTurn(60_000), 0.1);
        assertEquals(4, inTurn(30_000), 0.1);
        assertEquals(3, inTurn(200), 0.1);
        assertEquals(1, inTurn(50), 0.1);
    }

    private static double inTurn(int files) {
        RunResult run = Scenarios.run(Scenarios.of(2, """
                fileSets:
                  - {name: a, files: %d, size: 0 B, layout: shared, nameLength: 16}
                  - {name: b, in: a, files: 0, size: 0 B}
                phases:
                  - name: p
                    operationsPerThread: 20
                    inTurn: true
                    closed: {threads: 1, thinkTime: 1 ms}
                    mix:
                      - {operation: create, fileSet: b}
                """.formatted(files), ", noatime: true"), "ocfs2");
        PhaseResult phase = Scenarios.phase(run, "p");
        return (double) phase.disk().reads() / phase.operationsTotal();
    }

    /** A cold lookup of every name reads every block once: inode, root, leaves and blocks; the inodes one by one. */
    @Test
    void lookupsOfAllNamesReadTheDirectoryOnce() {
        RunResult run = Scenarios.run(Scenarios.of(1, """
                fileSets:
                  - {name: a, files: 2000, size: 0 B, layout: shared, nameLength: 16}
                phases:
                  - name: p
                    operationsPerThread: 2000
                    closed: {threads: 1, thinkTime: 0 ms}
                    mix:
                      - {operation: stat, fileSet: a, access: next}
                """, ", noatime: true"), "ocfs2");
        PhaseResult phase = Scenarios.phase(run, "p");
        int leaves = DirectoryShape.leaves(2000);
        int blocks = DirectoryShape.ofNames(16).blocks(2000);
        assertEquals(2000 + 2 + leaves + blocks, phase.disk().reads(), 2);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.quorate.cluster.Scenarios;
import org.quorate.cluster.result.PhaseResult;

class TruncateLogTest {

    /** struct ocfs2_truncate_rec of 8 bytes behind 200 bytes of the inode and the log's own head. */
    @Test
    void anInodesBlockHolds487Records() {
        assertEquals(487, TruncateLog.capacity(4096));
        assertEquals(39, TruncateLog.capacity(512));
    }

    /**
     * Two nodes remove a thousand files each in less than two seconds: their logs fill up, and each flush asks for the global bitmap, which
     * the other node has changed meanwhile. Lab run uml-ocfs2-2-r2: 14.02 messages an unlink, of which 14 are for the file's locks, and 9
     * blocks read.
     */
    @Test
    void aFullLogIsFlushedByWhoFindsItFull() {
        PhaseResult phase = Scenarios.phase(Scenarios.run(Scenarios.sample("lab/uml-ocfs2-2-r2"), "ocfs2"), "d_unlink_own");
        assertEquals(14.020, Scenarios.messages(phase), 0.006);
        assertTrue(phase.disk().reads() >= 4 && phase.disk().reads() <= 12, () -> phase.disk().reads() + " reads");
    }

    /** With a log that never fills in that time there is nothing to read. */
    @Test
    void aLogWithRoomWaitsForItsFlush() {
        PhaseResult phase = Scenarios.phase(Scenarios.run(Scenarios.of(2, """
                fileSets:
                  - {name: a, files: 0, size: 4 KiB, layout: private}
                phases:
                  - name: make
                    operationsPerThread: 400
                    closed: {threads: 1, thinkTime: 0 ms}
                    mix:
                      - {operation: create, fileSet: a}
                  - name: remove
                    operationsPerThread: 400
                    closed: {threads: 1, thinkTime: 0 ms}
                    mix:
                      - {operation: unlink, fileSet: a}
                """, ", noatime: true"), "ocfs2"), "remove");
        assertEquals(0, phase.disk().reads());
        assertEquals(12, Scenarios.messages(phase) * phase.operationsTotal(), 0.5, "the first deletion on each node takes NFS_SYNC");
    }

    /** Threads that find the log full at one time, while the other node wants the directory, checkpoint one after the other. */
    @Test
    void manyMayFindItFull() {
        PhaseResult phase = Scenarios.phase(Scenarios.run(Scenarios.of(2, """
                fileSets:
                  - {name: a, files: 0, size: 4 KiB, layout: shared}
                phases:
                  - name: make
                    operationsPerThread: 300
                    closed: {threads: 4, thinkTime: 0 ms}
                    mix:
                      - {operation: create, fileSet: a}
                  - name: remove
                    operationsPerThread: 300
                    closed: {threads: 4, thinkTime: 0 ms}
                    mix:
                      - {operation: unlink, fileSet: a}
                """, ", noatime: true"), "ocfs2"), "remove");
        assertEquals(2400, phase.operationsTotal());
    }
}

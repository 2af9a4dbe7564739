// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.PhaseResult;

/** Mount options change what they change in the kernel. */
class MountOptionTest {

    private static final String READ_OTHERS = """
            fileSets:
              - {name: p, files: 0, size: 8 KiB, layout: private}
            phases:
              - name: create
                closed: {threads: 1}
                operationsPerThread: 100
                syncAfter: true
                mix: [{operation: create, fileSet: p, size: 8 KiB}]
              - name: read
                closed: {threads: 1}
                operationsPerThread: 100
                syncAfter: true
                mix: [{operation: read, fileSet: p, access: own}]
              - name: again
                closed: {threads: 1}
                operationsPerThread: 100
                syncAfter: true
                mix: [{operation: read, fileSet: p, access: own}]
            """;
    private static final String APPEND = """
            fileSets:
              - {name: p, files: 2, size: 8 KiB, layout: private}
            phases:
              - name: append
                closed: {threads: 1}
                operationsPerThread: 50
                mix: [{operation: append, fileSet: p, access: own, size: 4 KiB, fsync: true}]
            """;

    private static PhaseResult phase(String workload, String options, String contender, String phase) {
        return Scenarios.phase(Scenarios.run(Scenarios.of(2, workload, options), contender), phase);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2", "ext4"})
    void relatimeWritesOnceForTheFirstReadAfterAChange(String contender) {
        assertEquals(0, phase(READ_OTHERS, ", noatime: true", contender, "read").disk().writes());
        assertTrue(phase(READ_OTHERS, ", noatime: false", contender, "read").disk().writes() > 0);
        assertEquals(0, phase(READ_OTHERS, ", noatime: false", contender, "again").disk().writes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2", "ext4"})
    void barriersFlushTheDeviceAndOnlyThey(String contender) {
        PhaseResult with = phase(APPEND, ", barrier: true", contender, "append");
        PhaseResult without = phase(APPEND, ", barrier: false", contender, "append");
        assertEquals(0, without.disk().flushes());
        assertTrue(with.disk().flushes() >= 2 * with.operationsTotal(), () -> with.disk().toString());
        assertTrue(with.operations().get(0).latency().mean() > without.operations().get(0).latency().mean());
    }

    /** Lab results, ocfs2-barrier.json: an append and fsync is 3.02 writes and 2.0 flushes with barrier=1. */
    @Test
    void ocfs2FlushesTwiceAnFsyncWithBarriers() {
        PhaseResult append = phase(APPEND, ", barrier: true", "ocfs2", "append");
        assertEquals(2.0, append.disk().flushes() / (double) append.operationsTotal(), 0.1);
        assertEquals(3.02, append.disk().writes() / (double) append.operationsTotal(), 0.3);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;

/** Requests of sequential I/O: size limits of the device, read-ahead, extents. */
class SequentialTest {

    private static final int MEBIBYTES = 16;

    private static RunResult run(String contender, String before) {
        return Scenarios.run(Scenarios.of(1, """
                fileSets:
                  - {name: p, files: 0, size: 4 KiB, layout: private}
                  - {name: big, in: p, files: 1, size: %d MiB, made: on-use}
                phases:
                %s
                  - name: write
                    closed: {threads: 1}
                    sequence: true
                    mix:
                      - {operation: write, fileSet: big, at: next, size: 1 MiB, keepOpen: true, count: %d}
                      - {operation: fsync, fileSet: big, count: 1}
                  - name: read
                    closed: {threads: 1}
                    operationsPerThread: %d
                    dropCaches: true
                    mix: [{operation: read, fileSet: big, at: next, size: 1 MiB, keepOpen: true}]
                  - name: again
                    closed: {threads: 1}
                    operationsPerThread: %d
                    mix: [{operation: read, fileSet: big, at: next, size: 1 MiB, keepOpen: true}]
                """.formatted(MEBIBYTES, before, MEBIBYTES, MEBIBYTES, MEBIBYTES)), contender);
    }

    /** 1280 KiB a request, and a window of read-ahead one request. */
    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2", "ext4", "xfs"})
    void aFileOnAnEmptyVolumeIsWrittenInLargeAndReadInWindows(String contender) {
        RunResult run = run(contender, "");
        PhaseResult write = Scenarios.phase(run, "write");
        assertEquals(MEBIBYTES * 2048L, write.disk().writeSectors(), 600);
        assertEquals(MEBIBYTES * 2048.0 / 2560, write.disk().writes(), 25);
        PhaseResult read = Scenarios.phase(run, "read");
        assertEquals(MEBIBYTES * 8, read.disk().reads(), 25);
        assertEquals(0, Scenarios.phase(run, "again").disk().reads());
    }

    /** fs/ocfs2/reservations.c: each small file has set 64 KiB aside. */
    @Test
    void ocfs2PutsALargeFileBetweenSmallOnes() {
        String files = """
                  - name: small
                    closed: {threads: 1}
                    operationsPerThread: 3000
                    syncAfter: true
                    mix: [{operation: create, fileSet: p, size: 4 KiB}]
                """;
        PhaseResult alone = Scenarios.phase(run("ocfs2", ""), "write");
        PhaseResult between = Scenarios.phase(run("ocfs2", files), "write");
        assertTrue(between.disk().writes() > 4 * alone.disk().writes(), between.disk() + " after many files, " + alone.disk());
        PhaseResult ext4 = Scenarios.phase(run("ext4", files), "write");
        assertTrue(ext4.disk().writes() < 1.5 * alone.disk().writes(), ext4.disk().toString());
    }
}

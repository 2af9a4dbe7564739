// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.PhaseResult;

/** When a read writes an access time, by the rules of the kernel, and what that costs. */
class AccessTimeTest {

    private static final String RELATIME = ", noatime: false";
    private static final String STRICTATIME = ", strictatime: true";

    /** One node makes ten files and reads them twice, does {@code between}, and reads them once more. */
    private static long lastReadWrites(String contender, String options, String between) {
        return lastReadWrites(contender, options, between, "{operation: read, fileSet: s, access: next}");
    }

    private static long lastReadWrites(String contender, String options, String between, String read) {
        String workload = """
                fileSets:
                  - {name: s, files: 0, size: 8 KiB, layout: private}
                phases:
                  - {name: make, operationsPerThread: 10, nodes: [n1], mix: [{operation: create, fileSet: s, size: 8 KiB}]}
                  - {name: tick, duration: 1 s}
                  - {name: first, operationsPerThread: 10, nodes: [n1], syncAfter: true, mix: [%2$s]}
                  - {name: second, operationsPerThread: 10, nodes: [n1], mix: [%2$s]}
                  %1$s
                  - {name: calm, duration: 1 s, syncAfter: true}
                  - {name: last, operationsPerThread: 10, nodes: [n1], syncAfter: true, mix: [%2$s]}
                """.formatted(between, read);
        return Scenarios.phase(Scenarios.run(Scenarios.of(2, workload, options), contender), "last").disk().writes();
    }

    private static String pause(String time) {
        return "- {name: pause, duration: %s}".formatted(time);
    }

    private static String change(String operation) {
        return "- {name: change, operationsPerThread: 10, nodes: [n1], mix: [{operation: %s, fileSet: s, access: next}]}".formatted(operation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2", "ext4", "xfs"})
    void relatimeWritesAgainAfterAChangeOfDataOrMetadataOnly(String contender) {
        assertEquals(0, lastReadWrites(contender, RELATIME, pause("2 s")));
        assertEquals(0, lastReadWrites(contender, RELATIME, change("stat")));
        assertTrue(lastReadWrites(contender, RELATIME, change("write")) > 0);
        assertTrue(lastReadWrites(contender, RELATIME, change("chmod")) > 0);
        assertTrue(lastReadWrites(contender, RELATIME, change("rename")) > 0);
        assertEquals(0, lastReadWrites(contender, "", change("write")));
    }

    /** fs/inode.c:relatime_need_update knows a day; ocfs2_should_update_atime does not. */
    @ParameterizedTest
    @CsvSource({"ocfs2, false", "gfs2, true", "ext4, true", "xfs, true"})
    void relatimeWritesOnceADayExceptInOcfs2(String contender, boolean writes) {
        assertEquals(0, lastReadWrites(contender, RELATIME, pause("23 h")));
        assertEquals(writes, lastReadWrites(contender, RELATIME, pause("12 h") + "\n  - {name: more, duration: 13 h}") > 0);
    }

    /** OCFS2's atime_quantum is 60 s. */
    @ParameterizedTest
    @CsvSource({"ocfs2, false", "gfs2, true", "ext4, true", "xfs, true"})
    void strictatimeWritesForEveryReadExceptInOcfs2InAMinute(String contender, boolean writes) {
        assertEquals(writes, lastReadWrites(contender, STRICTATIME, pause("50 s")) > 0);
        assertTrue(lastReadWrites(contender, STRICTATIME, pause("62 s")) > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2", "ext4", "xfs"})
    void listingReadsTheDirectory(String contender) {
        String list = "{operation: readdir, fileSet: s}";
        assertEquals(0, lastReadWrites(contender, RELATIME, pause("2 s"), list));
        assertTrue(lastReadWrites(contender, RELATIME,
                "- {name: more, operationsPerThread: 1, nodes: [n1], mix: [{operation: create, fileSet: s}]}", list) > 0);
    }

    /** fs/gfs2/file.c:gfs2_file_direct_read does not touch the access time, fs/xfs/xfs_file.c:xfs_file_dio_read does. */
    @ParameterizedTest
    @CsvSource({"gfs2, false", "ext4, true", "xfs, true"})
    void readsPastThePageCacheCountExceptInGfs2(String contender, boolean writes) {
        assertEquals(writes, lastReadWrites(contender, STRICTATIME, pause("2 s"),
                "{operation: read, fileSet: s, access: next, how: direct}") > 0);
    }

    private static PhaseResult both(String contender, String options) {
        String workload = """
                fileSets:
                  - {name: s, files: 1, size: 8 KiB, layout: shared}
                phases:
                  - {name: first, operationsPerThread: 2, mix: [{operation: read, fileSet: s, access: any}]}
                  - {name: calm, duration: 1 s}
                  - name: read
                    closed: {threads: 1, thinkTime: exponential 70 ms}
                    operationsPerThread: 40
                    mix: [{operation: read, fileSet: s, access: any}]
                """;
        return Scenarios.phase(Scenarios.run(Scenarios.of(2, workload, options), contender), "read");
    }

    /** Two nodes that read a file need nothing of each other, until a read takes the exclusive lock away from the other. */
    @Test
    void strictatimeMakesReadersOfAFileWriters() {
        assertEquals(0, Scenarios.messages(both("gfs2", "")));
        assertEquals(0, Scenarios.messages(both("gfs2", RELATIME)));
        PhaseResult strict = both("gfs2", STRICTATIME);
        // half of the reads follow one of the other node: they ask for its lock, for the open and for the update
        assertTrue(Scenarios.messages(strict) >= 2, () -> strict.messages().toString());
        assertTrue(strict.disk().writes() >= strict.operationsTotal(), () -> strict.disk().toString());
        assertTrue(strict.operations().get(0).latency().mean() > 10 * both("gfs2", "").operations().get(0).latency().mean());
    }

    /** The lock for reading first, then the one for writing: two conversions more for each node, once in a minute. */
    @Test
    void ocfs2SharesTheUpdateOfAMinute() {
        assertEquals(0, Scenarios.messages(both("ocfs2", "")));
        assertEquals(0, Scenarios.messages(both("ocfs2", STRICTATIME)));
    }
}

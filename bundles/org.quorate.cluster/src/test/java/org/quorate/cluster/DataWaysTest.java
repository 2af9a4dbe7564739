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

/** What O_DIRECT and mmap cost in locks and requests (kernel reference 1.2, 1.4). */
class DataWaysTest {

    private static final int OPERATIONS = 40;
    private static final String FILE = """
            fileSets:
              - {name: db, files: 1, size: 8 MiB, layout: shared}
            phases:
            """;

    private static String phase(String name, String operation, String more) {
        return "  - {name: %s, closed: {threads: 1}, operationsPerThread: %d, mix: [{fileSet: db, access: first, keepOpen: true, size: 64 KiB, %s}]%s}\n"
                .formatted(name, OPERATIONS, operation, more);
    }

    private static RunResult run(String contender, String... phases) {
        return Scenarios.run(Scenarios.of(2, FILE + String.join("", phases)), contender);
    }

    private static long sent(PhaseResult phase, String kind) {
        return phase.messages().stream().filter(m -> m.lock().equals(kind)).mapToLong(MessageCount::count).sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2", "ext4", "xfs"})
    void directReadsAreRequestsEveryTimeAndShareTheirLocks(String contender) {
        RunResult run = run(contender, phase("first", "operation: read, how: direct", ""),
                phase("again", "operation: read, how: direct", ""));
        PhaseResult again = Scenarios.phase(run, "again");
        assertEquals(2 * OPERATIONS, again.disk().reads(), 2, "64 KiB are one request, and nothing is cached");
        assertEquals(16L * 8 * 2 * OPERATIONS, again.disk().readSectors(), 16);
        assertEquals(0, Scenarios.messages(again) * again.operationsTotal(), 4, "what opening the file costs is all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2", "ext4", "xfs"})
    void bufferedReadsAreCached(String contender) {
        RunResult run = run(contender, phase("first", "operation: read", ""), phase("again", "operation: read", ""),
                phase("mapped", "operation: read, how: mapped", ""));
        assertEquals(0, Scenarios.phase(run, "again").disk().reads());
        assertEquals(0, Scenarios.phase(run, "mapped").disk().reads());
        assertEquals(0, Scenarios.messages(Scenarios.phase(run, "mapped")), 0.1);
    }

    /**
     * Two nodes that both write in place take turns with the lock for the times, which a write changes when the kernel's clock has
     * ticked since (4 to 10 ms; fs/inode.c:inode_needs_update_time); the data goes under a shared one.
     */
    @Test
    void directWritesOfGfs2TakeTheExclusiveLockForTheTimesOnly() {
        RunResult run = run("gfs2", phase("warm-up", "operation: write, how: direct", ", inTurn: true"),
                phase("slow", "operation: write, how: direct", "").replace("threads: 1", "threads: 1, thinkTime: 30 ms"),
                phase("fast", "operation: write, how: direct", ", inTurn: true"),
                phase("alone", "operation: write, how: direct", ", nodes: [n1]"));
        PhaseResult slow = Scenarios.phase(run, "slow");
        assertTrue(sent(slow, "INODE") >= 2 * 2 * OPERATIONS, "the glock comes from the other node: " + sent(slow, "INODE"));
        PhaseResult fast = Scenarios.phase(run, "fast");
        assertTrue(sent(fast, "INODE") < 2 * OPERATIONS, "several writes in a tick: " + sent(fast, "INODE"));
        PhaseResult alone = Scenarios.phase(run, "alone");
        assertTrue(Scenarios.messages(alone) < 0.3, "an exclusive glock is good for deferred holders, too");
        assertTrue(alone.disk().writes() >= OPERATIONS);
    }

    /** While one node writes nothing, both may be deferred: a reader does not disturb the other reader after a write. */
    @Test
    void deferredGlocksOfGfs2AreCompatible() {
        RunResult run = run("gfs2", phase("write", "operation: write, how: direct", ", nodes: [n1]"),
                phase("settle", "operation: read, how: direct", ""), phase("read", "operation: read, how: direct", ""));
        PhaseResult settle = Scenarios.phase(run, "settle");
        assertTrue(sent(settle, "INODE") > 0, "n1 gives its exclusive glock up");
        assertEquals(0, sent(Scenarios.phase(run, "read"), "INODE"), 4);
    }

    @Test
    void directWritesOfOcfs2MoveBothLocksOfTheFile() {
        RunResult run = run("ocfs2", phase("warm-up", "operation: write, how: direct", ", inTurn: true"),
                phase("turns", "operation: write, how: direct", ", inTurn: true"),
                phase("alone", "operation: write, how: direct", ", nodes: [n1]"));
        PhaseResult turns = Scenarios.phase(run, "turns");
        assertTrue(sent(turns, "RW") >= 2 * OPERATIONS);
        assertTrue(sent(turns, "META") >= 2 * OPERATIONS);
        // the first one takes them back: the inode's for the open, then both to write
        assertEquals(0, Scenarios.messages(Scenarios.phase(run, "alone")), 0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2"})
    void mappedPagesFaultWhenTheyBecomeDirtyOrAreLost(String contender) {
        String same = "operation: write, how: mapped, at: start";
        RunResult run = run(contender, phase("fault", same, ", nodes: [n1]"), phase("dirty", same, ", nodes: [n1]"),
                phase("other", "operation: read, how: mapped", ", nodes: [n2]"), phase("back", same, ", nodes: [n1]"));
        PhaseResult dirty = Scenarios.phase(run, "dirty");
        assertEquals(0, Scenarios.messages(dirty), 0.1);
        assertEquals(0, dirty.disk().writes());
        PhaseResult other = Scenarios.phase(run, "other");
        assertTrue(Scenarios.messages(other) > 0, "the page comes from n1");
        assertTrue(other.disk().writes() > 0, "n1 writes it first");
        assertTrue(Scenarios.messages(Scenarios.phase(run, "back")) > 0, "the page is not writable any more");
    }

    /** Data that a node has in its cache is on the device before it is read past the cache. */
    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2", "ext4"})
    void directReadsWriteDirtyPagesFirst(String contender) {
        RunResult run = run(contender, phase("write", "operation: write", ", nodes: [n1]"),
                phase("read", "operation: read, how: direct", ", nodes: [n1]"));
        PhaseResult read = Scenarios.phase(run, "read");
        assertTrue(read.disk().writes() > 0);
        assertEquals(OPERATIONS, read.disk().reads());
    }
}

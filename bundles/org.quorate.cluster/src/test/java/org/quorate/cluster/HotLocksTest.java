// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.HotLock;
import org.quorate.cluster.result.LockWaits;

/** The locks that operations wait for most. */
class HotLocksTest {

    private static final int CREATES = 50;

    private static LockWaits waits(int nodes, String layout, String contender) {
        return Scenarios.phase(Scenarios.run(Scenarios.of(nodes, """
                fileSets:
                  - {name: work, files: 0, size: 4 KiB, layout: %s}
                phases:
                  - name: create
                    inTurn: true
                    closed: {threads: 1}
                    operationsPerThread: %d
                    mix: [{operation: create, fileSet: work, size: 4 KiB}]
                """.formatted(layout, CREATES)), contender), "create").locks();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "gfs2", "ocfs2-pcmk"})
    void aDirectoryThatGoesFromHandToHandIsHot(String contender) {
        LockWaits waits = waits(2, "shared", contender);
        HotLock hottest = waits.hottest().get(0);
        assertEquals("directory /work", hottest.lock().plain());
        // lab/messages.md 3.1: each turn takes it to the other node, first to read, then to write
        assertEquals(2 * CREATES - 1, hottest.handOvers(), 2);
        assertEquals(4 * CREATES, hottest.waits(), 8);
        assertTrue(hottest.waitNanos() > waits.waitNanos() / 4, hottest + " of " + waits.waitNanos());
        assertTrue(waits.hottest().stream().skip(1).allMatch(lock -> lock.waitNanos() <= hottest.waitNanos()));
        assertTrue(waits.hottest().stream().mapToLong(HotLock::waitNanos).sum() <= waits.waitNanos());
    }

    @Test
    void whoIsAloneHandsNothingOver() {
        for (String contender : List.of("ocfs2", "gfs2")) {
            LockWaits waits = waits(2, "private", contender);
            assertTrue(waits.hottest().stream().allMatch(lock -> lock.handOvers() == 0), waits.toString());
        }
        assertEquals(LockWaits.NONE, waits(1, "shared", "ext4"));
    }
}

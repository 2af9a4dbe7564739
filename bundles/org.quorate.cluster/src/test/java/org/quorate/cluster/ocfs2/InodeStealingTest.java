// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.quorate.cluster.Scenarios;
import org.quorate.cluster.result.RunResult;

/** Inodes from the own slot, from a new group, from another slot (suballoc.c:ocfs2_reserve_new_inode). */
class InodeStealingTest {

    /** Inodes that a node has before the first phase: the directories of its sets, and half of the files of set f. */
    private static final int BEFORE = 2 + 50;

    /**
     * The volume is full. While n1 has inodes of its own, a create costs the 12 messages of three new locks; then it takes them from n2's
     * inode_alloc, whose lock goes to and fro when both create in turn: one transfer is (6 + 4) / 2 messages (lab/messages.md 3.1).
     */
    @Test
    void whenASlotIsEmptyTheLockOfAnotherSlotsAllocatorMovesWithEveryCreate() {
        RunResult run = creates("1 GiB", Allocators.INODES_IN_GROUP - BEFORE);
        assertEquals(12, Scenarios.messages(Scenarios.phase(run, "own")), 0.1);
        assertEquals(12 + 5, Scenarios.messages(Scenarios.phase(run, "turns")), 0.3);
        assertTrue(Scenarios.phase(run, "turns").disk().reads() > 150, "the allocator's inode is read again after each transfer");
    }

    /** As long as there is room, the slot grows by a group, which costs one transfer of the global bitmap. */
    @Test
    void whileThereIsRoomASlotGrowsInstead() {
        RunResult run = creates("1 MiB", Allocators.INODES_IN_GROUP - BEFORE);
        assertEquals(12, Scenarios.messages(Scenarios.phase(run, "turns")), 0.3);
        assertTrue(Scenarios.phase(run, "turns").disk().reads() < 20);
    }

    private static RunResult creates(String size, int own) {
        return Scenarios.run(Scenarios.of(2, """
                fileSets:
                  - {name: f, files: 100, size: %s, layout: private}
                  - {name: c, files: 0, size: 0 B, layout: private}
                phases:
                  - name: own
                    operationsPerThread: %d
                    nodes: [n1]
                    closed: {threads: 1, thinkTime: 0 ms}
                    mix:
                      - {operation: create, fileSet: c}
                  - name: turns
                    operationsPerThread: 100
                    inTurn: true
                    closed: {threads: 1, thinkTime: 0 ms}
                    mix:
                      - {operation: create, fileSet: c}
                """.formatted(size, own), ", noatime: true"), "ocfs2");
    }

    @Test
    void after1024StolenInodesTheNodeLooksAtItsOwnAllocator() {
        Allocators allocators = new Allocators(3, 1);
        assertFalse(allocators.steals(1));
        assertEquals(2, allocators.toSteal(1, 0));
        assertEquals(0, allocators.toSteal(1, 1));
        assertEquals(-1, allocators.toSteal(1, 2));
        allocators.grow(0);
        allocators.grow(0);
        for (int i = 0; i < Allocators.MOST_STOLEN; i++) {
            allocators.take(1, 0);
            assertEquals(0, allocators.toSteal(1, 0), "the slot that had inodes last comes first");
            assertEquals(i + 1 < Allocators.MOST_STOLEN, allocators.steals(1));
        }
        allocators.take(1, 1);
        assertFalse(allocators.steals(1));
    }

    @Test
    void aFlushOfTheTruncateLogEndsTheTheft() {
        Allocators allocators = new Allocators(2, 2);
        allocators.grow(1);
        allocators.take(0, 1);
        assertTrue(allocators.steals(0));
        assertFalse(allocators.canGrow());
        allocators.logged(0, 4096);
        allocators.flushed(0);
        assertFalse(allocators.steals(0));
        assertTrue(allocators.canGrow(), "2048 clusters came back, 512 had been taken");
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.Arrays;
import org.quorate.cluster.host.Lun;
import org.quorate.cluster.host.NameSpace;

/**
 * Free inodes of each slot's inode_alloc, and free clusters of the volume (fs/ocfs2/suballoc.c). A slot's allocator grows by a group of
 * inodes from the global bitmap; when that has no room, the node takes inodes of other slots. Slots that no node has mounted have no
 * inodes to take. Not thread-safe.
 */
final class Allocators {

    /** Inodes in a suballocator group of 4 MiB, kernel reference 4.1. */
    static final int INODES_IN_GROUP = 1023;
    /** OCFS2_MAX_INODES_TO_STEAL: after so many the node looks at its own allocator again, kernel reference 4.3. */
    static final int MOST_STOLEN = 1024;
    private static final int NONE = -1;

    private final long[] free;
    private final int[] stealSlot;
    private final int[] stolen;
    private final long[] loggedClusters;
    private final int clusterBlocks;
    private long freeClusters;

    Allocators(int nodes, int clusterBlocks) {
        this.clusterBlocks = clusterBlocks;
        free = new long[nodes];
        stealSlot = new int[nodes];
        Arrays.fill(stealSlot, NONE);
        stolen = new int[nodes];
        loggedClusters = new long[nodes];
    }

    /**
     * What is free when the run starts.
     *
     * @param volumeBlocks   size of the volume
     * @param reservedBlocks of journals and windows
     * @param inlineBytes    largest file without clusters
     */
    void begin(NameSpace names, long volumeBlocks, long reservedBlocks, int inlineBytes) {
        long blocks = volumeBlocks - reservedBlocks;
        for (int slot = 0; slot < free.length; slot++) {
            long inodes = names.initialInodes(slot);
            long groups = (inodes + INODES_IN_GROUP - 1) / INODES_IN_GROUP;
            free[slot] = groups * INODES_IN_GROUP - inodes;
            blocks -= groups * (INODES_IN_GROUP + 1);
        }
        freeClusters = blocks / clusterBlocks - names.initialClusters(inlineBytes, (long) clusterBlocks * Lun.BLOCK_BYTES);
    }

    /** The node has found a slot to take inodes from, and goes on with it for a while (ocfs2_reserve_new_inode). */
    boolean steals(int node) {
        return stealSlot[node] != NONE && stolen[node] < MOST_STOLEN;
    }

    boolean hasInodes(int slot) {
        return free[slot] > 0;
    }

    /** The global bitmap has room for a group of inodes. */
    boolean canGrow() {
        return freeClusters >= groupClusters();
    }

    private long groupClusters() {
        return (INODES_IN_GROUP + clusterBlocks) / clusterBlocks;
    }

    /** ocfs2_block_group_alloc. */
    void grow(int slot) {
        freeClusters -= groupClusters();
        free[slot] += INODES_IN_GROUP;
    }

    /** A node takes an inode of a slot; a full volume is not refused. */
    void take(int node, int slot) {
        free[slot] = Math.max(0, free[slot] - 1);
        stealSlot[node] = slot == node ? NONE : slot;
        stolen[node] = slot == node ? 0 : stolen[node] + 1;
    }

    void release(int slot) {
        free[slot]++;
    }

    /** The slot that the node tries in a round at all others, from the last successful one or its neighbour on; NONE after the round. */
    int toSteal(int node, int attempt) {
        int nodes = free.length;
        int first = stealSlot[node] != NONE ? stealSlot[node] : (node + 1) % nodes;
        int left = attempt;
        for (int i = 0; i < nodes; i++) {
            int slot = (first + i) % nodes;
            if (slot != node && left-- == 0) {
                return slot;
            }
        }
        return NONE;
    }

    /** A node takes its next window (ocfs2_local_alloc_new_window). */
    void takeWindow(long blocks) {
        freeClusters = Math.max(0, freeClusters - blocks / clusterBlocks);
    }

    /** Blocks of a removed file are in the node's truncate log. */
    void logged(int node, long blocks) {
        loggedClusters[node] += blocks / clusterBlocks;
    }

    /** The truncate log is empty: its clusters are free, and the node looks at its own inodes again (ocfs2_init_steal_slots). */
    void flushed(int node) {
        freeClusters += loggedClusters[node];
        loggedClusters[node] = 0;
        stealSlot[node] = NONE;
    }
}

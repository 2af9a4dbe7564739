// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.vfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.NameSpace;
import org.quorate.cluster.host.Placement;

/**
 * Block addresses of an extent-based file system in which every node allocates from an area of its own: inodes one after the
 * other, data in windows. Not thread-safe.
 */
public final class Extents implements Placement {

    private static final long AREA = 1L << 40;
    private static final long DATA = 1L << 34;
    private static final long DIRECTORIES = 1L << 38;
    private static final long JOURNALED = 1L << 39;
    /** Blocks kept for the entries of one directory. */
    private static final long DIRECTORY_BLOCKS = 1L << 16;

    private final int inlineBytes;
    private final int window;
    private final int inodesInGroup;
    private final long[] inodes;
    /** Inode blocks of each node's area that were freed. */
    private final List<PriorityQueue<Long>> free = new ArrayList<>();
    private final long[] data;
    private long[] capacity = new long[64];

    /**
     * Makes the areas.
     *
     * @param nodes         number of nodes
     * @param inlineBytes   largest file whose data lies in its inode
     * @param window        blocks that a file's data is rounded up to
     * @param inodesInGroup inodes after which one block of allocation data lies between
     */
    public Extents(int nodes, int inlineBytes, int window, int inodesInGroup) {
        this.inlineBytes = inlineBytes;
        this.window = window;
        this.inodesInGroup = inodesInGroup;
        inodes = new long[nodes];
        for (int node = 0; node < nodes; node++) {
            free.add(new PriorityQueue<>());
        }
        data = new long[nodes];
    }

    /** An inode's block is free; the next inode of its area may have it (suballoc.c: the first free bit of a group). */
    public void release(NameSpace names, int row) {
        int node = (int) (names.inodeAddress[row] / AREA);
        free.get(node).add(names.inodeAddress[row]);
    }

    @Override
    public void place(NameSpace names, int row, int inode, int node) {
        if (free.get(node).isEmpty()) {
            long number = inodes[node]++;
            names.inodeAddress[row] = node * AREA + number + number / inodesInGroup + 1;
        } else {
            names.inodeAddress[row] = free.get(node).poll();
        }
        if (row >= capacity.length) {
            capacity = Arrays.copyOf(capacity, Math.max(row + 1, capacity.length * 2));
        }
        capacity[row] = 0;
        allocate(names, row, node, names.bytes[row] <= inlineBytes ? 0 : InodeCache.pagesOf(names.bytes[row]));
    }

    /** A number of the inode's block, unique among the blocks of all areas: what a lock is named after. */
    public int inodeNumber(NameSpace names, int row) {
        long address = names.inodeAddress[row];
        long offset = address % AREA - 1;
        return Math.toIntExact((offset - offset / (inodesInGroup + 1)) * inodes.length + address / AREA);
    }

    /** Makes sure that the row's file has room for pages; moves it to a larger place if not. */
    public void allocate(NameSpace names, int row, int node, int pages) {
        if (pages > capacity[row]) {
            long blocks = (Math.max(pages, capacity[row] * 2) + window - 1) / window * window;
            names.dataAddress[row] = node * AREA + DATA + data[node];
            data[node] += blocks;
            capacity[row] = blocks;
        }
    }

    /** Blocks that are allocated to a row's file. */
    public long capacity(int row) {
        return capacity[row];
    }

    /** Address of a block of a directory's entries. */
    public static long directoryBlock(NameSpace names, int directoryRow, int inode, long index) {
        return names.creator[directoryRow] * AREA + DIRECTORIES + inode * DIRECTORY_BLOCKS + index;
    }

    /** Address of the allocation block that an inode belongs to. */
    public long groupOf(NameSpace names, int row) {
        long address = names.inodeAddress[row];
        return address - address % (inodesInGroup + 1);
    }

    /** Address of a node's own metadata block that is no inode (bitmaps, maps); a small number tells them apart. */
    public static long ownBlock(int node, int index) {
        return node * AREA + JOURNALED + index;
    }
}

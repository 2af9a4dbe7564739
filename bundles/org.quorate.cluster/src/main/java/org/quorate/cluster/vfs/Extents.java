// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.vfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
    /** The area that a node's new inodes come from: its own, as a rule. */
    private final int[] areas;
    /** Inode blocks of each node's area that were freed. */
    private final List<PriorityQueue<Long>> free = new ArrayList<>();
    private final long[] data;
    private long[] capacity = new long[64];
    /** Extents of files that have more than one: number of the first page, address, and so on. */
    private long[][] runs = new long[64][];
    private int[] runCount = new int[64];
    private final FreeSpace space;
    /** Rows of files that are there from the start. */
    private final BitSet initial = new BitSet();

    /**
     * Makes the areas.
     *
     * @param nodes         number of nodes
     * @param inlineBytes   largest file whose data lies in its inode
     * @param window        blocks that a file's data is rounded up to
     * @param inodesInGroup inodes after which one block of allocation data lies between
     */
    public Extents(int nodes, int inlineBytes, int window, int inodesInGroup) {
        this(nodes, inlineBytes, window, inodesInGroup, null);
    }

    /**
     * The same.
     *
     * @param space where files that are made during the run get their blocks from; null: from the area, one after the other
     */
    public Extents(int nodes, int inlineBytes, int window, int inodesInGroup, FreeSpace space) {
        this.space = space;
        this.inlineBytes = inlineBytes;
        this.window = window;
        this.inodesInGroup = inodesInGroup;
        inodes = new long[nodes];
        areas = new int[nodes];
        Arrays.setAll(areas, i -> i);
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
        int area = names.isInitial(inode) ? node : areas[node];
        // What was there from the start got its block before any was freed, whenever it is first touched.
        if (names.isInitial(inode) || free.get(area).isEmpty()) {
            long number = inodes[area]++;
            names.inodeAddress[row] = area * AREA + number + number / inodesInGroup + 1;
        } else {
            names.inodeAddress[row] = free.get(area).poll();
        }
        if (row >= capacity.length) {
            capacity = Arrays.copyOf(capacity, Math.max(row + 1, capacity.length * 2));
            runs = Arrays.copyOf(runs, capacity.length);
            runCount = Arrays.copyOf(runCount, capacity.length);
        }
        capacity[row] = 0;
        initial.set(row, names.isInitial(inode));
        runs[row] = null;
        runCount[row] = 0;
        if (inlineBytes == 0 && names.directory[row] == inode) {
            allocate(names, row, node, 1); // a directory's first block
        } else {
            allocate(names, row, node, names.bytes[row] <= inlineBytes ? 0 : InodeCache.pagesOf(names.bytes[row]));
        }
    }

    /** The next inodes that a node makes come from an area. */
    public void takeInodesFrom(int node, int area) {
        areas[node] = area;
    }

    /** The area that the inode of a row lies in. */
    public int areaOf(NameSpace names, int row) {
        return (int) (names.inodeAddress[row] / AREA);
    }

    /** A number of the inode's block, unique among the blocks of all areas: what a lock is named after. */
    public int inodeNumber(NameSpace names, int row) {
        long address = names.inodeAddress[row];
        long offset = address % AREA - 1;
        return Math.toIntExact((offset - offset / (inodesInGroup + 1)) * inodes.length + address / AREA);
    }

    /** Makes sure that the row's file has room for pages: another extent if the blocks behind its last one are taken. */
    public void allocate(NameSpace names, int row, int node, int pages) {
        while (pages > capacity[row]) {
            int wanted = (int) (pages - capacity[row]);
            if (space == null || initial.get(row)) {
                long blocks = (wanted + window - 1) / window * window;
                append(names, row, node * AREA + DATA + data[node], blocks);
                data[node] += blocks;
            } else {
                append(names, row, space.take(node, row, wanted), space.taken());
            }
        }
    }

    private void append(NameSpace names, int row, long address, long blocks) {
        if (capacity[row] == 0) {
            names.dataAddress[row] = address;
        } else if (addressOf(names, row, (int) capacity[row] - 1) + 1 != address) {
            if (runs[row] == null) {
                runs[row] = new long[] {0, names.dataAddress[row], 0, 0};
                runCount[row] = 1;
            } else if (runCount[row] * 2 == runs[row].length) {
                runs[row] = Arrays.copyOf(runs[row], runCount[row] * 4);
            }
            runs[row][runCount[row] * 2] = capacity[row];
            runs[row][runCount[row] * 2 + 1] = address;
            runCount[row]++;
        }
        capacity[row] += blocks;
    }

    /** A node forgets an inode. */
    void forget(int node, int row) {
        if (space != null) {
            space.forget(node, row);
        }
    }

    @Override
    public long addressOf(NameSpace names, int row, int page) {
        long[] list = runs[row];
        if (list == null) {
            return names.dataAddress[row] + page;
        }
        int extent = extentAt(row, page);
        return list[extent * 2 + 1] + page - list[extent * 2];
    }

    /** Number of the piece that a page of a row's file lies in; the last one for pages behind the end. */
    public int extentAt(int row, int page) {
        long[] list = runs[row];
        if (list == null) {
            return 0;
        }
        int low = 0;
        int high = runCount[row] - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (list[middle * 2] <= page) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Pieces that a row's file lies in. */
    public int extents(int row) {
        return runs[row] == null ? capacity[row] > 0 ? 1 : 0 : runCount[row];
    }

    /** Blocks that are allocated to a row's file. */
    public long capacity(int row) {
        return capacity[row];
    }

    /** Address of a block of a directory's entries. */
    public static long directoryBlock(NameSpace names, int directoryRow, int inode, long index) {
        return names.creator[directoryRow] * AREA + DIRECTORIES + inode * DIRECTORY_BLOCKS + index;
    }

    /** Number of that allocation block in its area, and of the one that the next inode of an area comes from. */
    public int groupNumberOf(NameSpace names, int row) {
        return (int) (names.inodeAddress[row] % AREA / (inodesInGroup + 1));
    }

    public int currentGroup(int area) {
        return (int) (inodes[area] / inodesInGroup);
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

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.NameSpace;

/**
 * Which resource group a node takes blocks from (fs/gfs2/rgrp.c:gfs2_inplace_reserve; kernel reference 4.4), and the blocks that it
 * sets aside for a file that is open for writing (struct gfs2_blkreserv). The search is a frame's, the reservation belongs to an
 * inode in a node's memory. Not thread-safe.
 */
final class Reservations {

    /** Answers of {@link #next}: lock this one; flush the log first, which may set space free, then ask again. */
    static final int TRY = 0;
    static final int FLUSH = 1;
    /** Blocks that are set aside at least, and more each time that they are used up (RGRP_RSRV_MINBLKS, RGRP_RSRV_ADDBLKS). */
    static final int LEAST = 32;
    private static final int MORE = 64;
    /** Passes: groups that are fast to lock, then those that are not congested, then any. */
    private static final int LAST_PASS = 2;

    private final ResourceGroups groups;
    private final LockTimes times;
    private final Interpreter interpreter;
    private final NameSpace names;
    private final BlockRuns runs;

    // The search of a frame
    private int[] begin = new int[64];
    private int[] at = new int[64];
    private int[] pass = new int[64];
    private int[] searcher = new int[64];
    private long[] wanted = new long[64];
    private boolean[] flushed = new boolean[64];

    // The reservation of an inode in memory, by its row
    private long[] start = new long[64];
    private long[] left = new long[64];
    private int[] hint = new int[64];

    Reservations(ResourceGroups groups, LockTimes times, Interpreter interpreter, NameSpace names, BlockRuns runs) {
        this.groups = groups;
        this.times = times;
        this.interpreter = interpreter;
        this.names = names;
        this.runs = runs;
    }

    private void ensure(int frame, int row) {
        if (frame >= begin.length) {
            int size = Math.max(frame + 1, begin.length * 2);
            begin = Arrays.copyOf(begin, size);
            at = Arrays.copyOf(at, size);
            pass = Arrays.copyOf(pass, size);
            searcher = Arrays.copyOf(searcher, size);
            wanted = Arrays.copyOf(wanted, size);
            flushed = Arrays.copyOf(flushed, size);
        }
        if (row >= start.length) {
            start = Arrays.copyOf(start, Math.max(row + 1, start.length * 2));
            left = Arrays.copyOf(left, start.length);
            hint = Arrays.copyOf(hint, start.length);
        }
    }

    /**
     * The search begins.
     *
     * @param row  of the inode in the node's memory ({@link InodeCache})
     * @param goal group of its last block, or of its directory's
     * @param most blocks that are needed
     */
    void begin(int frame, int row, int goal, long most) {
        ensure(frame, row);
        begin[frame] = left[row] > 0 ? ResourceGroups.groupOf(start[row]) : goal;
        at[frame] = begin[frame];
        pass[frame] = 0;
        searcher[frame] = row;
        wanted[frame] = most;
        flushed[frame] = false;
    }

    /** The group to lock next is {@link #group}, unless the log is to be flushed first. */
    int next(int frame, int node) {
        while (!isCandidate(frame, node)) {
            advance(frame);
        }
        if (pass[frame] == LAST_PASS && !flushed[frame]) {
            flushed[frame] = true;
            return FLUSH;
        }
        return TRY;
    }

    private boolean isCandidate(int frame, int node) {
        if (left[searcher[frame]] > 0 || pass[frame] >= LAST_PASS) {
            return true;
        }
        int group = at[frame];
        return (pass[frame] > 0 || groups.isFast(node, group))
                && !(times.isQuiet(node, group, interpreter.now()) && times.isCongested(node, group, pass[frame]));
    }

    private void advance(int frame) {
        at[frame] = (at[frame] + 1) % groups.count();
        pass[frame] += at[frame] == begin[frame] ? 1 : 0;
    }

    int group(int frame) {
        return at[frame];
    }

    /** The group is locked: true if it will do; otherwise the search goes on with {@link #next}. A full file system is not modelled. */
    boolean suits(int frame, int node, boolean directory) {
        int row = searcher[frame];
        int group = at[frame];
        boolean reserved = left[row] > 0;
        boolean congested = !reserved && pass[frame] < LAST_PASS && times.isCongested(node, group, pass[frame]);
        long needed = Math.max(wanted[frame], directory || pass[frame] > 0 ? 1 : LEAST);
        if (pass[frame] > LAST_PASS || !congested && groups.free(group) + left[row] >= needed) {
            if (!reserved && !directory) {
                reserve(row, group, Math.max(hint[row], wanted[frame]));
            }
            return true;
        }
        forget(row);
        advance(frame);
        return false;
    }

    /** rg_mblk_search: sets neighbouring blocks aside. */
    private void reserve(int row, int group, long atLeast) {
        long blocks = Math.max(LEAST, Math.min(atLeast, groups.free(group)));
        start[row] = groups.allocate(group, blocks);
        left[row] = blocks;
    }

    /** The inode's own block; the file keeps what else was set aside. */
    void takeInode(int frame, int nameRow) {
        long address = take(searcher[frame], at[frame], 1);
        names.inodeAddress[nameRow] = address;
        names.dataAddress[nameRow] = address + 1;
    }

    /** A block that is neither an inode nor data. */
    long takeOne(int frame) {
        return take(searcher[frame], at[frame], 1);
    }

    /** Blocks for the data of a file, of what is set aside first. */
    void takeData(int frame, int nameRow, long blocks) {
        int row = searcher[frame];
        long most = left[row] > 0 ? Math.min(left[row], blocks) : blocks;
        runs.append(nameRow, take(row, at[frame], most), most);
        if (most < blocks) {
            runs.append(nameRow, take(row, at[frame], blocks - most), blocks - most);
        }
    }

    private long take(int row, int group, long blocks) {
        if (left[row] == 0) {
            return groups.allocate(group, blocks);
        }
        long address = start[row];
        start[row] += blocks;
        left[row] -= blocks;
        hint[row] += left[row] == 0 ? MORE : 0;
        return address;
    }

    /** Nothing is set aside for the inode any more: it was closed, or leaves the memory (gfs2_rs_deltree). */
    void forget(int row) {
        if (row < left.length && left[row] > 0) {
            groups.giveBack(start[row], left[row]);
            left[row] = 0;
        }
    }

    /** A row stands for another inode now. */
    void forgetHint(int row) {
        if (row < hint.length) {
            hint[row] = 0;
        }
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import java.util.BitSet;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.fsdlm.Release;
import org.quorate.cluster.host.InodeCache;
import org.quorate.cluster.host.Lun;
import org.quorate.cluster.host.Machine;

/**
 * What a node keeps of an inode in memory beside {@link InodeCache}, by its rows: glocks, users, dirty pages, the VFS's list of
 * dirty inodes in the order in which they became dirty, the list of ordered data, cached directory leaves. Not thread-safe.
 */
final class InCore {

    static final int NONE = -1;

    /** Flags of {@link InodeCache} that belong to GFS2: the inode is on the VFS's dirty list because of its metadata. */
    static final int DIRTY_INODE = InodeCache.FIRST_OWN;
    /** GIF_DEFERRED_DELETE: eviction must not delete it; another node does. */
    static final int DEFERRED_DELETE = InodeCache.FIRST_OWN << 1;
    /** It is being evicted; who wants it waits. */
    static final int EVICTING = InodeCache.FIRST_OWN << 2;
    /** Its indirect blocks are cached. */
    static final int INDIRECT_VALID = InodeCache.FIRST_OWN << 3;
    /** On the list of ordered data. */
    private static final int ORDERED = InodeCache.FIRST_OWN << 4;
    private static final int LISTED = InodeCache.FIRST_OWN << 5;
    /** The security module knows its label. */
    static final int LABEL_VALID = InodeCache.FIRST_OWN << 6;
    /** Its block of extended attributes is cached and current. */
    static final int ATTRIBUTES_VALID = InodeCache.FIRST_OWN << 7;
    /** It came into memory by its directory entry, which says that the block of attributes follows the inode's (de_rahead). */
    static final int LOOKED_UP = InodeCache.FIRST_OWN << 8;

    /** vm.dirty_background_ratio and vm.dirty_ratio, Documentation/admin-guide/sysctl/vm.rst. */
    private static final int BACKGROUND_PERCENT = 10;
    private static final int LIMIT_PERCENT = 20;

    private final Machine machine;
    private final Interpreter interpreter;
    private final InodeCache inodes;
    private final boolean dataOrdered;
    /** Since 4.5: dir.c:gfs2_inode_ra_len, and security_inode_invalidate_secctx in glops.c:inode_go_inval. */
    private final boolean readsAhead;
    private final int[] head;
    private final int[] tail;
    private final int[][] ordered;
    private final int[] orderedCount;
    private final long[] dirtyPages;
    private long[] addresses = new long[64];
    private final long[] pageLimit;

    /** INODE and IOPEN glock, and the holder of the latter, while the inode is in memory. */
    int[] glock = new int[64];
    int[] iopen = new int[64];
    int[] iopenHolder = new int[64];
    /** Operations and workers that use it now. */
    int[] users = new int[64];
    /** Last data write that was submitted is done then, nanoseconds. */
    long[] writtenUntil = new long[64];
    /** When it came on the dirty list. */
    long[] dirtySince = new long[64];
    private int[] next = new int[64];
    private int[] previous = new int[64];
    private long[][] leaves = new long[64][];
    /** Indirect blocks that are cached, if not all are. */
    private BitSet[] indirect = new BitSet[64];

    InCore(Machine machine, boolean dataOrdered) {
        this.machine = machine;
        this.dataOrdered = dataOrdered;
        readsAhead = Release.of(machine.kernel()).atLeast(4, 5);
        interpreter = machine.interpreter();
        inodes = machine.inodes();
        int nodes = machine.nodes();
        head = new int[nodes];
        tail = new int[nodes];
        Arrays.fill(head, NONE);
        Arrays.fill(tail, NONE);
        ordered = new int[nodes][64];
        orderedCount = new int[nodes];
        dirtyPages = new long[nodes];
        pageLimit = new long[nodes];
        Arrays.setAll(pageLimit, n -> machine.scenario().cluster().nodes().get(n).pageCache().value() / Lun.BLOCK_BYTES);
    }

    /** The row of an inode on a node, made if there is none. */
    int row(int node, int inode) {
        int row = inodes.find(node, inode);
        if (row != NONE) {
            return row;
        }
        row = inodes.row(node, inode);
        if (row >= glock.length) {
            grow(inodes.capacity());
        }
        glock[row] = NONE;
        iopen[row] = NONE;
        iopenHolder[row] = NONE;
        users[row] = 0;
        writtenUntil[row] = 0;
        leaves[row] = null;
        indirect[row] = null;
        return row;
    }

    /** Pages become newer than the device; the inode joins the lists. */
    void dirtyPages(int row, int first, int end) {
        dirtyPages[inodes.node[row]] += inodes.dirty(row, first, end);
        markDirty(row);
        if (dataOrdered && !inodes.has(row, ORDERED)) {
            order(row);
        }
    }

    private void order(int row) {
        int node = inodes.node[row];
        inodes.set(row, ORDERED);
        if (orderedCount[node] == ordered[node].length) {
            ordered[node] = Arrays.copyOf(ordered[node], orderedCount[node] * 2);
        }
        ordered[node][orderedCount[node]++] = row;
    }

    /** Pages are clean, or gone. */
    void cleanPages(int row) {
        dirtyPages[inodes.node[row]] -= inodes.dirtyPages[row];
        inodes.clean(row);
    }

    /** Submits the dirty pages of an inode; returns when its data is on the device, as far as it was submitted. */
    long writeData(int frame, int row) {
        if (inodes.dirtyPages[row] > 0) {
            addresses = inodes.dirtyAddresses(row, addresses);
            int count = inodes.dirtyPages[row];
            cleanPages(row);
            writtenUntil[row] = Math.max(writtenUntil[row], machine.lun().writeInOrder(frame, addresses, count));
        }
        return writtenUntil[row];
    }

    /** gfs2_ordered_write: submits the data of all inodes on the ordered list of a node; true if there was some. */
    boolean writeOrdered(int node) {
        boolean some = orderedCount[node] > 0;
        for (int i = 0; i < orderedCount[node]; i++) {
            int row = ordered[node][i];
            if (inodes.node[row] == node && inodes.has(row, ORDERED)) {
                inodes.clear(row, ORDERED);
                writeData(NONE, row);
            }
        }
        orderedCount[node] = 0;
        return some;
    }

    /** Too much is dirty: the flusher starts, and writers wait. */
    boolean aboveBackground(int node) {
        return dirtyPages[node] * 100 > pageLimit[node] * BACKGROUND_PERCENT;
    }

    boolean aboveLimit(int node) {
        return dirtyPages[node] * 100 > pageLimit[node] * LIMIT_PERCENT;
    }

    /** mark_inode_dirty for metadata. */
    void markInodeDirty(int row) {
        inodes.set(row, DIRTY_INODE);
        markDirty(row);
    }

    private void markDirty(int row) {
        if (inodes.has(row, LISTED)) {
            return;
        }
        int node = inodes.node[row];
        inodes.set(row, LISTED);
        dirtySince[row] = interpreter.now();
        next[row] = NONE;
        previous[row] = tail[node];
        if (tail[node] == NONE) {
            head[node] = row;
        } else {
            next[tail[node]] = row;
        }
        tail[node] = row;
    }

    /** The inode is clean, as far as the VFS knows. */
    void unmark(int row) {
        inodes.clear(row, DIRTY_INODE);
        if (!inodes.has(row, LISTED)) {
            return;
        }
        int node = inodes.node[row];
        inodes.clear(row, LISTED);
        if (previous[row] == NONE) {
            head[node] = next[row];
        } else {
            next[previous[row]] = next[row];
        }
        if (next[row] == NONE) {
            tail[node] = previous[row];
        } else {
            previous[next[row]] = previous[row];
        }
    }

    /** The inode that has been dirty for longest on a node, or -1. */
    int oldestDirty(int node) {
        return head[node];
    }

    boolean isDirty(int row) {
        return inodes.has(row, LISTED);
    }

    /** A directory leaf is cached and current. */
    boolean hasLeaf(int row, int leaf) {
        long[] bits = leaves[row];
        return bits != null && leaf >> 6 < bits.length && (bits[leaf >> 6] & 1L << leaf) != 0;
    }

    void addLeaf(int row, int leaf) {
        if (leaves[row] == null) {
            leaves[row] = new long[(leaf >> 6) + 1];
        } else if (leaf >> 6 >= leaves[row].length) {
            leaves[row] = Arrays.copyOf(leaves[row], (leaf >> 6) * 2);
        }
        leaves[row][leaf >> 6] |= 1L << leaf;
    }

    /** inode_go_inval: nothing that is cached of the inode is current any more; its pages are dropped. */
    void invalidate(int row) {
        inodes.clear(row, InodeCache.BLOCK_VALID | InodeCache.DIRECTORY_VALID | INDIRECT_VALID | ATTRIBUTES_VALID
                | (readsAhead ? LABEL_VALID : 0));
        if (leaves[row] != null) {
            Arrays.fill(leaves[row], 0);
        }
        indirect[row] = null;
        cleanPages(row);
        inodes.dropData(row);
    }

    /** Whoever reads the inode's block reads that of its attributes in the same request (meta_io.c:gfs2_meta_read), and has it then. */
    boolean readsAttributesAhead(int row) {
        if (!readsAhead || !machine.contender().securityLabels() || !inodes.has(row, LOOKED_UP) || inodes.has(row, ATTRIBUTES_VALID)) {
            return false;
        }
        inodes.set(row, ATTRIBUTES_VALID);
        return true;
    }

    /** An indirect block is needed: true if it must be read, after which it is cached. */
    boolean readsIndirect(int row, int block) {
        if (inodes.has(row, INDIRECT_VALID)) {
            return false;
        }
        if (indirect[row] == null) {
            indirect[row] = new BitSet();
        }
        boolean cached = indirect[row].get(block);
        indirect[row].set(block);
        return !cached;
    }

    private void grow(int size) {
        glock = Arrays.copyOf(glock, size);
        iopen = Arrays.copyOf(iopen, size);
        iopenHolder = Arrays.copyOf(iopenHolder, size);
        users = Arrays.copyOf(users, size);
        writtenUntil = Arrays.copyOf(writtenUntil, size);
        dirtySince = Arrays.copyOf(dirtySince, size);
        next = Arrays.copyOf(next, size);
        previous = Arrays.copyOf(previous, size);
        leaves = Arrays.copyOf(leaves, size);
        indirect = Arrays.copyOf(indirect, size);
    }
}

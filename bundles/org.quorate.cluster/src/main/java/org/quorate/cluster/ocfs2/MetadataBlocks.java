// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import java.util.Arrays;
import java.util.BitSet;
import org.quorate.cluster.host.InodeCache;

/**
 * The blocks of an inode, besides its own, that a node knows to be current (fs/ocfs2/uptodate.c): all of them are forgotten when the
 * node gets the inode's lock again. Blocks are numbered within the inode. Not thread-safe.
 */
final class MetadataBlocks {

    /** Flag of the inode cache: the set belongs to what the node has cached at present. */
    private static final int CURRENT = InodeCache.FIRST_OWN;

    /** Flag of the inode cache: the extents of the inode are in its extent map. */
    private static final int MAPPED = InodeCache.FIRST_OWN << 1;
    /** Half of the numbers of an inode's blocks: those from here on share the set's low bits with those below. */
    private static final int HALF = 1 << 15;

    private final InodeCache inodes;
    private BitSet[] sets = new BitSet[64];

    MetadataBlocks(InodeCache inodes) {
        this.inodes = inodes;
    }

    /** The node knows nothing of the inode's blocks any more (ocfs2_metadata_cache_purge, ocfs2_extent_map_trunc). */
    void purge(int row) {
        inodes.clear(row, CURRENT | MAPPED | InodeCache.BLOCK_VALID);
    }

    /** True if the node has something of the inode's blocks besides its own. */
    boolean hasAny(int row) {
        return inodes.has(row, CURRENT);
    }

    /** The block is known from now on; returns 1 if it was not, and has to be read. */
    int know(int row, int block) {
        if (row >= sets.length) {
            sets = Arrays.copyOf(sets, Math.max(row + 1, sets.length * 2));
        }
        if (sets[row] == null) {
            sets[row] = new BitSet();
        }
        if (!inodes.has(row, CURRENT)) {
            sets[row].clear();
            inodes.set(row, CURRENT);
        }
        int bit = block < HALF ? block << 1 : block - HALF << 1 | 1;
        if (sets[row].get(bit)) {
            return 0;
        }
        sets[row].set(bit);
        return 1;
    }

    /** The few extents of an inode are in its extent map from now on; false if they were not. */
    boolean map(int row) {
        boolean mapped = inodes.has(row, MAPPED);
        inodes.set(row, MAPPED);
        return mapped;
    }

    /** As {@link #know} for the inode's own block. */
    int knowInode(int row) {
        if (inodes.has(row, InodeCache.BLOCK_VALID)) {
            return 0;
        }
        inodes.set(row, InodeCache.BLOCK_VALID);
        return 1;
    }
}

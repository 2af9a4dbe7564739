// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Arrays;
import org.quorate.cluster.engine.LongMap;
import org.quorate.cluster.engine.Slots;
import org.quorate.cluster.host.Lun;
import org.quorate.cluster.host.NameSpace;

/**
 * Directories on the device (fs/gfs2/dir.c; kernel reference 4.1): in the inode's block at first,
 * then leaves found by a hash of the name. Which names share a leaf is modelled: the number of leaves is what extendible hashing
 * of so many names expects, and a name's leaf follows from its hash by linear hashing. Not thread-safe.
 */
final class Directories {

    /** Bytes for entries in an inode's block, and in a leaf; an entry has 40 bytes and a name, in multiples of 8 (kernel reference 4.1). */
    private static final int STUFFED_BYTES = 4096 - 232;
    private static final int LEAF_BYTES = 4096 - 104;
    private static final int ENTRY_HEADER = 40;
    /** Leaf pointers of 8 bytes that fit into the inode's block; the table is a power of two. */
    private static final int POINTERS_IN_INODE = 256;
    private static final int POINTERS_IN_BLOCK = Lun.BLOCK_BYTES / 8;

    private final NameSpace names;
    private final ResourceGroups groups;
    private final LongMap map = new LongMap();
    private final Slots slots = new Slots();
    private int[] leaves = new int[64];
    private long[][] address = new long[64][];

    Directories(NameSpace names, ResourceGroups groups) {
        this.names = names;
        this.groups = groups;
    }

    private int slot(int directory) {
        int slot = map.get(directory);
        if (slot < 0) {
            slot = slots.take();
            if (slots.capacity() > leaves.length) {
                leaves = Arrays.copyOf(leaves, slots.capacity());
                address = Arrays.copyOf(address, slots.capacity());
            }
            leaves[slot] = 0;
            address[slot] = new long[4];
            map.put(directory, slot);
            int expected = expectedLeaves(directory);
            while (leaves[slot] < expected) {
                addLeaf(slot, groups.groupOfInode(directory));
            }
        }
        return slot;
    }

    private void addLeaf(int slot, int group) {
        if (leaves[slot] == address[slot].length) {
            address[slot] = Arrays.copyOf(address[slot], leaves[slot] * 2);
        }
        address[slot][leaves[slot]++] = groups.allocate(group, 1);
    }

    /** Leaves of a directory; 0: its names are in its inode's block. */
    int leaves(int directory) {
        int slot = slot(directory); // the columns may grow here
        return leaves[slot];
    }

    long address(int directory, int leaf) {
        int slot = slot(directory);
        return address[slot][leaf];
    }

    /** The directory needs another leaf for the names that it has now. */
    boolean mustGrow(int directory) {
        return expectedLeaves(directory) > leaves(directory);
    }

    /**
     * Adds a leaf.
     *
     * @param group resource group that it comes from
     * @return the leaf whose names it takes half of, or -1 if it is the first
     */
    int grow(int directory, int group) {
        int slot = slot(directory);
        int now = leaves[slot];
        addLeaf(slot, group);
        return now == 0 ? -1 : now - Integer.highestOneBit(now);
    }

    /** Leaf of a name, -1 if it is in the inode's block; {@code salt} tells several names of one inode apart. */
    int leafOf(int directory, int inode, int salt) {
        int count = leaves(directory);
        if (count == 0) {
            return -1;
        }
        int hash = (int) ((inode + salt * 0x5851F42DL) * 0x9E3779B97F4A7C15L >>> 33);
        int round = Integer.highestOneBit(count);
        int leaf = hash & 2 * round - 1;
        return leaf < count ? leaf : hash & round - 1;
    }

    /** Blocks of the hash table outside the inode's block. */
    int tableBlocks(int directory) {
        int pointers = Integer.highestOneBit(Math.max(1, leaves(directory))) * 2;
        return pointers <= POINTERS_IN_INODE ? 0 : (pointers + POINTERS_IN_BLOCK - 1) / POINTERS_IN_BLOCK;
    }

    /**
     * Expected leaves of so many names. A leaf that is full splits; leaves of one level hold a Poisson number of names, so that
     * some of a level have split and others have not.
     */
    private int expectedLeaves(int directory) {
        int entries = names.entriesOf(directory);
        int entryBytes = (ENTRY_HEADER + names.nameLengthIn(directory) + 7) / 8 * 8;
        int leafNames = LEAF_BYTES / entryBytes;
        // dot and dot-dot have entries, too
        if (entries <= STUFFED_BYTES / entryBytes - 2) {
            return 0;
        }
        int level = 1;
        while ((double) entries / level > leafNames) {
            level *= 2;
        }
        double mean = (double) entries / level;
        double ofLevel = level == 1 ? 1 : level / 2 * (1 + full(mean * 2, leafNames));
        return (int) Math.round(ofLevel * (1 + full(mean, leafNames)));
    }

    /** Probability that a Poisson number of this mean exceeds a leaf: normal approximation, its distribution as a logistic. */
    private static double full(double mean, int leafNames) {
        double z = (mean - leafNames - 0.5) / StrictMath.sqrt(mean);
        return 1 / (1 + StrictMath.exp(-1.702 * z));
    }
}

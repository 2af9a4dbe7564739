// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

/**
 * How OCFS2 stores the names of a directory with features inline-data and indexed-dirs (fs/ocfs2/dir.c, kernel reference 4.1): first in
 * the inode's block, then in directory blocks with a trailer, and an index that leads to them from the hash of a name. A directory
 * never shrinks. Immutable.
 *
 * @param entryBytes bytes of an entry
 */
record DirectoryShape(int entryBytes) {

    /** OCFS2_DIR_MEMBER_LEN: an entry besides its name. */
    private static final int MEMBERS = 12;
    /** OCFS2_DIR_PAD. */
    private static final int ALIGNMENT = 4;
    /** The entries "." and "..". */
    private static final int DOTS = 2 * 16;
    /**
     * Block less the head of the inode, for names and for data. Kernel reference 4.1 keeps 256 bytes for extended attributes; the
     * lab's directory without any had all of it: creates in turn cost one read each up to the 193rd name of 20 bytes, and from then on
     * three (uml-ocfs2-2-r0 and r2, e_pp_create2: 212 reads in 200 creates).
     */
    static final int INLINE_BYTES = 4096 - 200;
    /** Block less its trailer. */
    private static final int BLOCK_BYTES = 4096 - 64;
    /** Smallest room that keeps a block on the list of those with room (dir.c:ocfs2_find_max_rec_len). */
    private static final int SMALLEST_ENTRY = 16;
    /** Entries in the root of the index (ocfs2_dx_entries_per_root). */
    private static final int ROOT_ENTRIES = 243;
    /** Entries in a leaf of the index (ocfs2_dx_entries_per_leaf). */
    private static final int LEAF_ENTRIES = 253;
    /** A full leaf is split at the median of its hashes: with random hashes leaves are full to ln 2 (Yao 1978). */
    private static final double LEAF_FILL = 0.693;

    static DirectoryShape ofNames(int nameLength) {
        return new DirectoryShape((MEMBERS + nameLength + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    }

    /** Directory blocks that so many names fill; 0 while they fit into the inode's block. */
    int blocks(int names) {
        if (names <= (INLINE_BYTES - DOTS) / entryBytes) {
            return 0;
        }
        int beyondFirst = names - inFirst();
        return beyondFirst <= 0 ? 1 : 1 + (beyondFirst + perBlock() - 1) / perBlock();
    }

    /** The last of these blocks is on the list of those with room when it holds so many names: whoever adds one reads it. */
    boolean hasRoom(int names) {
        int blocks = blocks(names);
        int room = inFirst() + (blocks - 1) * perBlock() - names;
        int rest = blocks == 1 ? (BLOCK_BYTES - DOTS) % entryBytes : BLOCK_BYTES % entryBytes;
        return room * entryBytes + rest >= SMALLEST_ENTRY;
    }

    private int inFirst() {
        return (BLOCK_BYTES - DOTS) / entryBytes;
    }

    private int perBlock() {
        return BLOCK_BYTES / entryBytes;
    }

    /** Leaves of the index of a directory that is not in its inode; 0 while the root has room for all entries. */
    static int leaves(int names) {
        if (names <= ROOT_ENTRIES) {
            return 0;
        }
        return names <= LEAF_ENTRIES ? 1 : (int) Math.ceil(names / (LEAF_ENTRIES * LEAF_FILL));
    }

    /** The one of so many that a hash belongs to, if each further one takes half of an older one's (linear hashing). */
    static int bucket(int hash, int count) {
        int mask = Integer.highestOneBit(count) * 2 - 1;
        int bucket = hash & mask;
        return bucket < count ? bucket : hash & mask >>> 1;
    }
}

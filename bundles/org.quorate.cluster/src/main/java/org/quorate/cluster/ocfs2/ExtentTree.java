// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.host.NameSpace;
import org.quorate.cluster.journal.Jbd2;
import org.quorate.cluster.vfs.Extents;

/**
 * Where the extents of a file are written down: in its inode, and from some number on in extent blocks, whose tree grows by a level when
 * its root is full (fs/ocfs2/alloc.c, extent_map.c). Extents are added at the end, so that all extent blocks but the last are full. Not
 * thread-safe.
 */
final class ExtentTree {

    /** OCFS2_MAX_EXTENT_MAP_ITEMS: extents of an inode that a node keeps in memory. */
    private static final int IN_MAP = 3;
    /** Head of an inode with that of its extent list, of an extent block with its list, bytes of a record (ocfs2_fs.h). */
    private static final int INODE_HEAD = 208;
    private static final int BLOCK_HEAD = 64;
    private static final int RECORD = 16;
    /** Numbers of a file's blocks: extent blocks with extents, and those above them. */
    private static final int LEAVES = 0;
    private static final int MIDDLES = 1 << 15;

    private final NameSpace names;
    private final Extents extents;
    private final MetadataBlocks blocks;
    private final Jbd2 journal;
    private final int inInode;
    private final int inBlock;
    private int searched;

    /** Makes it for blocks of so many bytes, of which attributes take some from an inode. */
    ExtentTree(NameSpace names, Extents extents, MetadataBlocks blocks, Jbd2 journal, int blockBytes, int attributeBytes) {
        this.names = names;
        this.extents = extents;
        this.blocks = blocks;
        this.journal = journal;
        inInode = recordsInInode(blockBytes - attributeBytes);
        inBlock = recordsInBlock(blockBytes);
    }

    /** ocfs2_extent_recs_per_inode. */
    static int recordsInInode(int blockBytes) {
        return (blockBytes - INODE_HEAD) / RECORD;
    }

    /** ocfs2_extent_recs_per_eb. */
    static int recordsInBlock(int blockBytes) {
        return (blockBytes - BLOCK_HEAD) / RECORD;
    }

    /** Levels of extent blocks below the inode (l_tree_depth). */
    int depth(int count) {
        int depth = 0;
        for (long room = inInode; room < count; room *= inBlock) {
            depth++;
        }
        return depth;
    }

    /**
     * Looks for the extents of pages from one to another, exclusive (ocfs2_get_clusters): those in the extent map cost nothing, others a
     * search of each block from the inode down. Returns the number of extent blocks that the node has to read.
     */
    int find(int row, int file, int firstPage, int endPage) {
        int nameRow = names.row(file);
        int count = extents.extents(nameRow);
        searched = 0;
        if (count == 0 || count <= IN_MAP && blocks.map(row)) {
            return 0;
        }
        int first = extents.extentAt(nameRow, firstPage);
        int last = endPage <= firstPage ? first : extents.extentAt(nameRow, endPage - 1);
        int depth = depth(count);
        searched = (last - first + 1) * (depth + 1);
        int reads = 0;
        for (int leaf = first / inBlock; depth > 0 && leaf <= last / inBlock; leaf++) {
            reads += path(row, leaf, depth);
        }
        return reads;
    }

    /** ocfs2_insert_extent: the last extent block, of which the inode knows the address (i_last_eb_blk). As {@link #find}. */
    int findLast(int row, int file) {
        int count = extents.extents(names.row(file));
        int depth = depth(count);
        searched = depth + 1;
        return depth == 0 ? 0 : path(row, (count - 1) / inBlock, depth);
    }

    private int path(int row, int leaf, int depth) {
        int reads = blocks.know(row, LEAVES + leaf);
        return depth == 1 ? reads : reads + blocks.know(row, MIDDLES + leaf / inBlock);
    }

    /** Blocks that the last search went through. */
    int searched() {
        return searched;
    }

    /** Transactions that free the file's extents: one each (ocfs2_commit_truncate), at least one. */
    int truncations(int file) {
        return Math.max(1, extents.extents(names.row(file)));
    }

    /**
     * A file gets extents, or its last one grows: changes the last extent block, if there are any, and takes another if that is full.
     * Returns the number of blocks besides the inode.
     *
     * @param most extents that there may be more afterwards
     */
    int change(int node, int row, int file, int most) {
        int nameRow = names.row(file);
        int count = extents.extents(nameRow);
        int leaf = Math.max(0, count - 1) / inBlock;
        if (count + most > inInode) {
            // the extent blocks that this makes are in memory
            for (int made = leaf; made <= (count + most) / inBlock; made++) {
                path(row, made, 2);
            }
        }
        if (count <= inInode) {
            return 0;
        }
        journal.dirty(node, Extents.directoryBlock(names, nameRow, file, LEAVES + leaf));
        return count % inBlock == 0 ? 1 + allocated(node) : 1;
    }

    /** ocfs2_create_new_meta_bhs: a block from the slot's own extent_alloc, its inode and its group. */
    private int allocated(int node) {
        journal.dirty(node, Extents.ownBlock(node, 3));
        journal.dirty(node, Extents.ownBlock(node, 4));
        return 2;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Step;

/** Steps of OCFS2's operations that are not locks: system inodes and the blocks that a transaction changes. */
public enum Ocfs2Step implements Step {
    /** OTHER = system inode of kind a (ordinal of {@link SystemInode}). */
    SYSTEM_INODE,
    /**
     * FILE was read for the first time. Without a cluster that is done before anything tells its block up to date (inode.c:
     * ocfs2_read_locked_inode, ocfs2_read_blocks_sync): whoever wants the block reads it again.
     */
    INODE_READ,
    /**
     * Reads what the node does not know of the directory in register b; a: {@link Directories}' ABSENT, PRESENT, ROOM or WHOLE. LOOP =
     * blocks searched, WORK2 = hash of the name.
     */
    READ_DIRECTORY,
    /**
     * Reads the extent blocks of FILE that the node does not know; a: {@link Ocfs2}'s EXTENTS_OF_RANGE, LAST_EXTENT or ALL_EXTENTS. LOOP =
     * blocks searched.
     */
    READ_EXTENTS,
    /** Reads the inode and the group descriptor of the allocator in OTHER, as far as the node does not know them. */
    READ_ALLOCATOR,
    /** An inode of the allocator in OTHER is spoken for. */
    TAKE_INODE,
    /** The inode that is made next comes from the allocator in OTHER. */
    PLACE_INODE,
    /** OTHER = inode_alloc of the next slot to try, LOOP counts them; RESULT = 0 and OTHER = the own one after the last. */
    TRY_SLOT,
    /** WORK2 = minus the number of transactions that it takes to free the extents of FILE. */
    COUNT_EXTENTS,
    /**
     * Here and in the other changes LOOP = blocks changed.
     *
     * <p>New name and inode: directory inode and block, index, inode, inode_alloc inode, group descriptor (kernel reference 4.5). */
    DIRTY_CREATE,
    /** Name gone, inode in the orphan directory. */
    DIRTY_UNLINK,
    /** Inode freed: orphan directory, inode, inode_alloc of its creator, group descriptor. */
    DIRTY_DELETE,
    /** The block of a freed inode may hold another one now. */
    RELEASE_BLOCK,
    /** A name changes in its directory. */
    DIRTY_RENAME,
    /** A name goes from DIRECTORY to TARGET. */
    DIRTY_MOVE,
    /** The inode alone. */
    DIRTY_INODE,
    /** The inode in register a, whose access time is now. */
    DIRTY_ACCESS_TIME,
    /** The inode and the local alloc window. */
    DIRTY_ALLOCATION,
    /** The window moves: global bitmap inode, group descriptor, local alloc (WINDOW_MOVE_CREDITS). */
    DIRTY_WINDOW,
    /** The inode_alloc in OTHER gets a group: its descriptor, the inode, and inode and descriptor of the global bitmap. */
    DIRTY_GROUP,
    /** The truncate log is written to the global bitmap. */
    DIRTY_FREED,
    /** Clusters are freed into the truncate log; its flush is due two seconds later. */
    DIRTY_TRUNCATE_LOG,
    /** Truncate log worker: sleeps until its log is due. */
    AWAIT_TRUNCATE_LOG,
    /** Orphan scan: sleeps until the next is due. */
    AWAIT_ORPHAN_SCAN,
    /** OTHER = the next slot's orphan_dir, LOOP counts them; RESULT = 0 after the last, or if another node has scanned meanwhile. */
    NEXT_ORPHAN_DIR,
    /** drop_caches: FILE = next inode of this node, from row WORK2 on, that nobody uses; RESULT = 1 if there is one. */
    NEXT_UNUSED
}

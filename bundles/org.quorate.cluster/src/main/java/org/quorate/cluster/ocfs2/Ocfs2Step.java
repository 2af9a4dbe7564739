// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Step;

/** Steps of OCFS2's operations that are not locks: system inodes and the blocks that a transaction changes. */
public enum Ocfs2Step implements Step {
    /** OTHER = system inode of kind a (ordinal of {@link SystemInode}). */
    SYSTEM_INODE,
    /** New name and inode: directory inode and block, index, inode, inode_alloc inode, group descriptor (kernel reference 4.5). */
    DIRTY_CREATE,
    /** Name gone, inode in the orphan directory. */
    DIRTY_UNLINK,
    /** Inode freed: orphan directory, inode, inode_alloc of its creator, group descriptor. */
    DIRTY_DELETE,
    /** A name changes in its directory. */
    DIRTY_RENAME,
    /** A name goes from DIRECTORY to TARGET. */
    DIRTY_MOVE,
    /** The inode alone. */
    DIRTY_INODE,
    /** The inode and the local alloc window. */
    DIRTY_ALLOCATION,
    /** The window moves: global bitmap inode, group descriptor, local alloc (WINDOW_MOVE_CREDITS). */
    DIRTY_WINDOW,
    /** Clusters are freed into the truncate log; its flush is due two seconds later. */
    DIRTY_TRUNCATE_LOG,
    /** Truncate log worker: sleeps until its log is due. */
    AWAIT_TRUNCATE_LOG,
    /** The node's block of FILE is not in its metadata cache. */
    FORGET_BLOCK,
    /** drop_caches: FILE = next inode of this node, from row WORK2 on, that nobody uses; RESULT = 1 if there is one. */
    NEXT_UNUSED
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.local;

import org.quorate.cluster.engine.Step;

/** Metadata that an operation of a local file system changes; a handle is open. */
enum LocalStep implements Step {
    /** New name and new inode: directory inode, directory block, inode, allocation block. */
    DIRTY_CREATE,
    /** Name and inode go: directory inode, directory block, inode, allocation block. */
    DIRTY_UNLINK,
    /** A name changes: directory inode, directory block, inode. */
    DIRTY_RENAME,
    /** A name goes from DIRECTORY to TARGET. */
    DIRTY_MOVE,
    /** The inode alone (times, size). */
    DIRTY_INODE,
    /** The inode in register a, whose access time is now. */
    DIRTY_ACCESS_TIME,
    /** The inode and the bitmap that its new blocks come from. */
    DIRTY_ALLOCATION,
    /** Reads the blocks of inodes round FILE. */
    READ_INODES,
    /** Flushes the device's cache (blkdev_issue_flush). */
    FLUSH,
    /** The node keeps no block of inodes in memory any more. */
    FORGET_INODES
}

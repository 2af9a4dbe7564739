// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.engine.Condition;

/** Questions about inodes on the frame's node. */
enum InodeCondition implements Condition {
    /** The inode in register a is in memory and complete. */
    IN_MEMORY,
    /** A dentry leads to the inode in register a. */
    HAS_DENTRY,
    /** There is only the name of FILE so far. */
    UNBORN,
    /** The name of FILE exists. */
    NAMED,
    /** FILE was unlinked and its blocks are not free yet (GFS2_BLKST_UNLINKED). */
    UNLINKED,
    /** Nobody uses FILE any more and its link count is 0: it must go. */
    TO_BE_EVICTED,
    /** This node should try to delete FILE when it is evicted. */
    MAY_DELETE,
    /** FILE has blocks besides its inode. */
    HAS_BLOCKS,
    /** DIRECTORY needs another leaf. */
    MUST_GROW,
    /** BYTES bytes written to FILE need blocks that it does not have (a = 1: appended). */
    NEEDS_BLOCKS,
    /** A write of FILE changes its times: the clock, which is as coarse as the timer, has moved on since they were set. */
    TIMES_DUE,
    /** The data lies in the inode, or its size changes: the write changes the inode's block (a = 1: appended). */
    CHANGES_INODE,
    /** BYTES is more than 0. */
    WRITES,
    /** The write lies inside the file, whose data has blocks of its own. */
    IN_PLACE,
    /** The data of FILE lies in its inode. */
    STUFFED,
    /** All pages at hand are dirty already. */
    DATA_DIRTY,
    /** What BYTES bytes of FILE need is cached. */
    DATA_CACHED,
    /** The inode in register a is on the list of dirty inodes because of its metadata. */
    DIRTY,
    /** Reading the inode in register a must update its access time. */
    ACCESS_DUE,
    /** Inodes have labels. */
    LABELLED,
    /** The inode in register a is in memory, but not its label. */
    LABEL_DUE,
    /** The IOPEN glock LOCK is wanted by another node. */
    IOPEN_WANTED,
    /** Since 5.8 a read tries the page cache before it takes the glock. */
    TRIES_CACHE,
    /** Before 6.12 the upgrade of an IOPEN glock tries first (kernel reference 3.1 rule 8). */
    TRIES_FIRST,
    /** statfs() looks into the resource groups (statfs_quantum=0). */
    STATFS_SLOW,
    /** The local statfs file has changed since it was added to the master's. */
    STATFS_CHANGED
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.engine.Step;

/** Steps on inodes of the frame's node: FILE, its DIRECTORY, or the inode in a register that an operand names. */
enum InodeStep implements Step {
    // Life of an inode in memory
    /** One more user of the inode in register a, which is in memory. */
    USE,
    /** One user of the inode in register a less. */
    UNUSE,
    /** iget5_locked for the inode in OTHER: one more user; RESULT = 1 if it is new and the caller must complete it. */
    GET,
    /** The inode that is to be completed refers to INODE glock LOCK. */
    REFER,
    /** OTHER is complete: it has its glocks, and the frame's IOPEN holder becomes the inode's. */
    ATTACH,
    /** OTHER is not completed after all (iget_failed). */
    ABANDON,
    ADD_DENTRY,
    DROP_DENTRY,
    /** FILE goes from memory: nobody gets it any more. */
    BEGIN_EVICT,
    /** FILE is gone from memory; its IOPEN glock is not kept, its INODE glock is. */
    END_EVICT,
    /** All inodes of the node that are clean and unused go, and all clean pages; WORK = how many. */
    EVICT_CLEAN,
    /** Eviction leaves the deletion to another node; a = 1, or 0: not so. */
    DEFER_DELETE,
    // Deletion
    /** Dequeues the inode's IOPEN holder for good and waits until the glock is unlocked (gfs2_glock_dq_wait). */
    DROP_IOPEN,
    AWAIT_IOPEN_DROPPED,
    /** Waits for the frame's IOPEN holder: RESULT = 1 after 5 s, or when the INODE glock is wanted elsewhere. */
    AWAIT_UPGRADE,
    /** A worker of delete_workqueue begins with IOPEN glock WORK: FILE = its inode. */
    BEGIN_DELETE_WORK,
    /** The work is queued again, for 5 s later. */
    QUEUE_DELETE_WORK,
    END_DELETE_WORK,
    /** gfs2_cancel_delete_work for OTHER. */
    CANCEL_DELETE_WORK,
    // Directories
    /** Reads what a search for FILE's name in DIRECTORY needs and is not cached: hash table, leaf. */
    SEARCH,
    /** Reads all leaves of DIRECTORY that are not cached. */
    READ_LEAVES,
    /** FILE = new file of SET with BYTES bytes on this node, in memory; or FILE comes to be if it was only a name. */
    NEW_FILE,
    /** FILE = new directory below DIRECTORY, in memory. */
    NEW_DIRECTORY,
    // Resource groups
    /** gfs2_inplace_reserve begins, for what a says ({@link Space}). */
    BEGIN_SEARCH,
    /** The resource group at hand is the one to lock next; RESULT = 1: flush the log first and ask again. */
    NEXT_GROUP,
    /** RESULT = 1 if the resource group at hand, which is locked, will not do for a. */
    CHECK_GROUP,
    /** The resource group at hand is one in which data of FILE lies; RESULT = 0: there is none. */
    NEXT_DATA_GROUP,
    /** WORK3 (at first 0) to TARGET, exclusive, are the next resource groups for statfs(); the first is at hand; RESULT = 0: none. */
    STATFS_BATCH,
    /** What was set aside for the inode in register a is free again. */
    END_RESERVATION,
    // Changes in a transaction
    /** The inode's block of the inode in register a. */
    CHANGE_INODE,
    /** The same, whose access time is now. */
    CHANGE_ACCESS_TIME,
    /** FILE gets a label: its block of attributes, statfs, and its inode. */
    CHANGE_LABEL,
    /** GROUP = the resource group of FILE's block of attributes. */
    ATTRIBUTE_GROUP,
    /** The block of attributes of FILE is free. */
    FREE_LABEL,
    /** The inode of FILE gets its block: bitmap and header of the resource group, and the local statfs file. */
    ALLOCATE_INODE,
    /** The name of FILE in DIRECTORY: leaf or inode's block, and the directory's inode; a = a salt for a second name. */
    CHANGE_NAME,
    /** DIRECTORY gets another leaf. */
    GROW_DIRECTORY,
    /** FILE lies in DIRECTORY from now on. */
    MOVE_NAME,
    /** The name of FILE goes: as CHANGE_NAME, and the inode and bitmap say that it is unlinked. */
    UNLINK,
    /** Blocks for BYTES bytes written to FILE (a = 1: appended): inode, indirect blocks, bitmap, statfs. */
    ALLOCATE,
    /** FILE has no bytes any more: inode, and if it had blocks: bitmap, statfs, indirect blocks. */
    TRUNCATE,
    /** Data and indirect blocks of FILE in the resource group at hand are free. */
    FREE_DATA,
    /** The inode's block of FILE is free. */
    FREE_INODE,
    /** The local statfs file is added to the master's, which is OTHER. */
    CHANGE_STATFS,
    // Data
    /** Reads a page that is overwritten in part and not cached (a = 1: appended to); WORK = pages to copy. */
    PREPARE_WRITE,
    /** BYTES bytes of FILE are newer than the device (a = 1: appended). */
    DIRTY_DATA,
    /** Reads what BYTES bytes of FILE need and is not cached. */
    READ_DATA,
    /** The security module reads the label of the inode in register a. */
    READ_LABEL,
    /** Reads the pages at hand past the page cache. */
    READ_DIRECT,
    /** Overwrites the pages at hand past the page cache; cached pages, which are clean, go. */
    WRITE_DIRECT,
    /** WORK = pages that a read of BYTES bytes of FILE copies. */
    COUNT_PAGES,
    /** The inode in register a is no longer on the list of dirty inodes. */
    UNMARK,
    /** gfs2_quotad sleeps until the next statfs quantum. */
    AWAIT_QUANTUM
}

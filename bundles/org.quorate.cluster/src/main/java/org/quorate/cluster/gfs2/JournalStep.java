// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.engine.Step;

/** Steps on the journal of the frame's node, and of writing back. LOCK is the glock at hand, -1 for all. */
enum JournalStep implements Step {
    /** Waits until no flush is under way or due; keeps flushes out (sd_log_flush_lock for reading). */
    ENTER,
    /**
     * Opens a transaction of up to a blocks and b revokes (or {@link JournalRecipes#OF_GLOCK}, {@link JournalRecipes#WHOLE}).
     * RESULT = 1 if the log is too full: has slept and left, must enter again.
     */
    RESERVE,
    /** Notes in register LOOP how many changes of blocks there were. */
    MARK_CHANGES,
    /** Register LOOP: the number of changes since it was marked. */
    COUNT_CHANGES,
    /** gfs2_trans_end. */
    END,
    /** Waits until no transaction is open and no other flush is under way (sd_log_flush_lock for writing). */
    ENTER_FLUSH,
    LEAVE_FLUSH,
    /** Submits the data of all files on the ordered list. */
    WRITE_ORDERED,
    /** Submits descriptors, pinned blocks and revokes to the log. */
    BEFORE_COMMIT,
    /** Waits until they are on the device. */
    AWAIT_BLOCKS,
    /** Writes the log header with PREFLUSH and FUA; waits for all log writes. */
    WRITE_HEADER,
    /** Unpins the blocks; the tail of the log moves. */
    AFTER_COMMIT,
    /** Revokes for what was written of glock LOCK; a = 1: some of it may be dirty again (fsync). */
    REVOKE,
    /** Waits until the flush under way is over. */
    AWAIT_LOG,
    /** Submits the dirty metadata of LOCK, in place. */
    WRITE_METADATA,
    /** Submits all dirty metadata of the node, in place. */
    WRITE_ACTIVE,
    /** Sorts out the active items that are written. */
    EMPTY_ACTIVE,
    /** Waits for the metadata that this frame submitted. */
    AWAIT_WRITES,
    /** Submits the dirty data of the inode in register a. */
    WRITE_DATA,
    /** Waits until the data of the inode in register a that was submitted is on the device. */
    AWAIT_DATA,
    /** gfs2_logd sleeps; RESULT = 1 if the commit interval is over. */
    AWAIT_LOGD,
    /** Write-back of inodes begins: of those that are dirty now. */
    BEGIN_WRITEBACK,
    /**
     * Submits data and metadata of dirty inodes, a = 1: all, 0: those that are due. RESULT = 1: stopped at a directory whose glock
     * is LOCK; the log must be flushed for it.
     */
    WRITE_INODES,
    /** The flusher thread sleeps until its next round. */
    AWAIT_FLUSHER,
    /** A writer waits while too much of the page cache is dirty. */
    THROTTLE
}

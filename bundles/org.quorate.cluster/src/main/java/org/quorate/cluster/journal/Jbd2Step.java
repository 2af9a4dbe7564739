// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.journal;

import org.quorate.cluster.engine.Step;

/** Steps of jbd2 (kernel reference 3.5, 3.6, 4.5). */
public enum Jbd2Step implements Step {
    /** Starts a handle in the running transaction; waits while that is being locked, or a flush shuts everybody out. */
    START,
    /** Stops the handle. */
    STOP,
    /** Waits until the transaction that last changed inode FILE on this node is committed; asks for the commit. */
    COMMIT_INODE,
    /** Asks for the commit of the running transaction and waits for it. */
    COMMIT_ALL,
    /** Writes every committed block in place and waits (sync_blockdev). */
    WRITE_BACK_METADATA,
    /** jbd2 thread: sleeps until somebody asks for a commit or the interval is over. */
    AWAIT_COMMIT,
    /** jbd2 thread: no new handles; waits until the open ones stop. */
    LOCK_TRANSACTION,
    /** jbd2 thread: the next transaction may start; writes the journal superblock if a flush marked it empty. */
    SWITCH_TRANSACTION,
    /** jbd2 thread: data of files that got new blocks in the transaction goes to its place first (data=ordered). */
    WRITE_ORDERED,
    /** jbd2 thread: descriptor and metadata blocks go to the journal. */
    WRITE_BLOCKS,
    /** jbd2 thread: the commit block (PREFLUSH and FUA with barriers). */
    WRITE_COMMIT_BLOCK,
    /** jbd2 thread: committed; wakes who waits. */
    COMMITTED,
    /** Flush (ocfs2cmt): shuts new handles out and waits for the open ones. */
    SHUT_OUT,
    /** Flush: writes two superblocks, for the new tail and for "empty". */
    WRITE_SUPERBLOCKS,
    /** Flush: lets handles in again. */
    LET_IN
}

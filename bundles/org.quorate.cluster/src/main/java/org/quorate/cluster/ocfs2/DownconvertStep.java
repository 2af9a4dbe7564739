// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Step;

/** Steps of the downconvert thread, of the commit thread, and of who waits for a checkpoint. */
public enum DownconvertStep implements Step {
    /** Asks for a checkpoint and waits, if the inode FILE has changes that are not checkpointed. */
    CHECKPOINT,
    /** ocfs2dc: sleeps until it is woken; LOOP = number of locks to look at. */
    AWAIT_BLOCKED,
    /** ocfs2dc: LOCK = next blocked lock; RESULT = a {@link Downconvert} code, what to do with it. */
    TAKE_BLOCKED,
    /** ocfs2dc: is done with LOCK for now. */
    DONE_BLOCKED,
    /** ocfs2dc: LOCK goes to the end of the list. */
    REQUEUE,
    /** ocfs2dc: FILE = inode of LOCK. */
    FILE_OF_LOCK,
    /** ocfs2dc: the data of FILE is on the device; its pages go if somebody wants to write. */
    INVALIDATE,
    /** ocfs2dc: decides the new mode (MODE) and marks LOCK busy; RESULT = 1 if it still must go down. */
    PREPARE_DOWN,
    /** ocfs2cmt: sleeps until a checkpoint is asked for. */
    AWAIT_CHECKPOINT,
    /** ocfs2cmt: everything is checkpointed. */
    CHECKPOINTED
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Step;

/** Steps of dlmglue. */
public enum GlueStep implements Step {
    /** LOCK = handle of the lock of kind a (ordinal) on the inode in register b; MODE = c. */
    HANDLE,
    /** As HANDLE, for an inode that nobody else knows yet (LKM_LOCAL). */
    HANDLE_LOCAL,
    /** As HANDLE, for an inode just made: others are asked, but there is nothing to refresh. */
    HANDLE_NEW,
    /** As HANDLE; the request must not wait. */
    HANDLE_TRY,
    /** __ocfs2_cluster_lock: takes the lock if it is cached and free; RESULT = a {@link Glue} code; waits while it is busy. */
    ACQUIRE,
    /** The request was sent: the downconvert thread may look at the lock again. */
    SENT,
    /** Gives back the lock of kind a on the inode in register b, held in mode c. */
    RELEASE,
    /** Exactly one shared holder remains on the lock of kind a on the inode in register b. */
    KEEP_ONE,
    /** ocfs2_inode_lock_update: after the lock was lost, caches are void; RESULT = 1 if the inode block must be read. */
    REFRESH,
    /** Waits until the request on LOCK is answered. */
    AWAIT_AST,
    /** Uses LOCK alone on this node (flock); waits. */
    ENTER,
    /** Lets others of this node use LOCK. */
    LEAVE,
    /** LOCK has no lock of the lock manager any more. */
    DETACHED,
    /** Prepares a request of mode b on LOCK; RESULT = code: attach or convert. */
    PREPARE,
    /** Waits until the downconvert thread lets go of the lock of kind a on FILE; LOCK = its handle, RESULT = 1 if it is attached. */
    FREEZE,
    /** The handle LOCK is no more. */
    FREE
}

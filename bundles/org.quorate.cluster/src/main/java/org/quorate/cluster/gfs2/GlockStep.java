// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.engine.Step;

/** Steps on glocks. LOCK is the glock at hand, MODE what is wanted, RES the frame's holder, FILE the inode of a worker's glock. */
enum GlockStep implements Step {
    /** LOCK = glock of kind a for the inode (of RGRP: for the group of the inode) in register b; waits for a dying one. */
    FIND,
    /** LOCK = glock of the resource group whose number is in register b. */
    FIND_GROUP,
    /** Queues a holder for MODE: RES. */
    ENQUEUE,
    /** RES = the frame's holder of glock LOCK. */
    FIND_HOLDER,
    /** Waits until RES is decided; RESULT = 0, or why not; a refused holder is gone. */
    AWAIT_HOLDER,
    /** As AWAIT_HOLDER, for the frame's holders of the INODE glocks in registers a and b, for twice their hold times at most. */
    AWAIT_BOTH,
    /** Gives up a holder that may not be decided: cancels its request and waits; of kind a for the inode in register b. */
    GIVE_UP,
    /** Dequeues the frame's holder of the glock of kind a for the inode in register b. */
    DEQUEUE,
    /** Dequeues the frame's holder of the resource group whose number is in register a. */
    DEQUEUE_GROUP,
    /** Reads the object in: nobody else does. */
    BEGIN_INSTANTIATE,
    AWAIT_INSTANTIATED,
    /** Reads the inode's block, if it is not cached. */
    READ_INODE,
    /** Reads header and bitmaps of the resource group. */
    READ_GROUP,
    END_INSTANTIATE,
    /** A worker of glock_workqueue begins with glock WORK. */
    BEGIN_WORK,
    /** finish_xmote: RESULT = 1 if MODE is to be asked for now. */
    FINISH_CHANGE,
    /** LOOP = jiffies that the hold time still lasts; if none, no new holders are let in. */
    CHECK_HOLD_TIME,
    LOCK_QUEUE,
    UNLOCK_QUEUE,
    /** MODE = the state that was demanded. */
    TARGET_DEMAND,
    /** Grants whoever can be; RESULT = 1 if the first cannot. */
    PROMOTE,
    /** MODE = the state that the first waiter wants. */
    TARGET_WAITER,
    /** do_xmote begins to change to MODE. */
    BEGIN_CHANGE,
    /** GLF_DIRTY goes. */
    CLEAR_DIRTY,
    /** go_inval: what is cached of the object is dropped. */
    INVALIDATE,
    /** gdlm_lock. */
    ASK_LOCK_MANAGER,
    /** The worker is done. */
    END_WORK,
    /** Idle glocks of the node are unlocked (the shrinker). */
    SHRINK
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.o2dlm;

import org.quorate.cluster.engine.Step;

/** Steps of o2dlm's callers and threads. */
public enum O2dlmStep implements Step {
    /** RES = this node's lock resource of the lock handle LOCK; waits while another task finds out its master. */
    FIND_RESOURCE,
    /** LOOP = next other node, ascending. */
    NEXT_NODE,
    /** LOOP = past the last node. */
    NO_MORE_NODES,
    /** Sends MASTER_REQUEST to node LOOP and waits for its answer. */
    ASK_NODE,
    /** Takes note of the answer. */
    NOTE_ANSWER,
    /** Sends MASTER_REQUEST again, to the owner that has made itself known meanwhile. */
    ASK_OWNER_AGAIN,
    /** Everybody was asked: takes the owner that is known, or decides. */
    DECIDE,
    /** Waits until another node asserts that it is the master. */
    AWAIT_ASSERT,
    /** Sends ASSERT_MASTER to node LOOP and waits for the answer. */
    ASSERT,
    /** Takes note of the answer; WORK = 1 if the node asks for another round. */
    NOTE_ASSERT_ANSWER,
    /** This node is the master; wakes who waits for that. */
    OWN_IT,
    /** The task has found the master; RES is ready. */
    FOUND,
    /** Here is the master: grants or queues the new lock (dlmlock_master). */
    LOCK_HERE,
    /** Sends CREATE_LOCK to the master and waits for its status. */
    SEND_CREATE,
    /** The master has answered: a refusal is passed on. */
    ACCEPTED,
    /** RES = resource of the handle's lock. */
    RESOURCE_OF_LOCK,
    /** Here is the master: converts or queues (dlmconvert_master). */
    CONVERT_HERE,
    /** Sends CONVERT_LOCK. */
    SEND_CONVERT,
    /** Here is the master: cancels a conversion; RESULT = 1 if it still waited. */
    CANCEL_HERE,
    /** Sends UNLOCK_LOCK with LKM_CANCEL. */
    SEND_CANCEL,
    /** A cancellation that was in time is passed on. */
    CANCELLED,
    /** Here is the master: removes the lock. */
    UNLOCK_HERE,
    /** Sends UNLOCK_LOCK. */
    SEND_UNLOCK,
    /** The lock is gone: frees it, and sets its resource to age. */
    FORGET_LOCK,
    /** dlm_thread: sleeps until there is work. */
    AWAIT_WORK,
    /** dlm_thread: looks through the dirty resources, grants what can be granted, queues ASTs and BASTs. */
    SHUFFLE,
    /** dlm_thread: takes the next AST; RES = lock, RESULT = 1 if it is for another node, 2 if it is void. */
    TAKE_AST,
    /** dlm_thread: takes the next BAST; as TAKE_AST. */
    TAKE_BAST,
    /** dlm_thread: delivers it on this node. */
    DELIVER,
    /** dlm_thread: sends it to the lock's node and waits for the status. */
    SEND_AST,
    /** dlm_thread: takes a resource that has aged; RESULT = 1 if the master must be told. */
    TAKE_PURGE,
    /** dlm_thread: sends DEREF_LOCKRES. */
    SEND_DEREF,
    /** dlm_thread: frees the resource. */
    FREE_RESOURCE,
    /** dlm_worker: takes the next resource whose mastery must be asserted. */
    TAKE_ASSERT,
    /** o2net: handles the message; RESULT = 1 if a status must be sent, WORK = that status. */
    HANDLE,
    /** o2net: sends the status. */
    SEND_STATUS
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

/**
 * Where an operation's time goes: an exclusive split of its critical path, so that the parts sum to the latency (design
 * section 3).
 */
public enum TimePart {
    /** The node's own processor works on the operation. */
    OWN_CPU,
    /** Runnable, but the processors of the node at work are busy; also the wake-up delay of threads. */
    CPU_WAIT,
    /** Lock messages on the wire. */
    NETWORK,
    /** Another node's processor handles a lock message. */
    REMOTE_CPU,
    /** Queued behind other users of the lock, here or on another node. */
    LOCK_QUEUE,
    /** A holder keeps the lock for GFS2's minimum hold time. */
    HOLD_TIME,
    /** The holder commits, flushes or checkpoints its journal before it gives up the lock. */
    HOLDER_JOURNAL,
    /** The node's own journal: waiting for a commit, a checkpoint or a log flush. */
    OWN_JOURNAL,
    /** The LUN serves a request. */
    LUN_SERVICE,
    /** A request waits for the LUN. */
    LUN_QUEUE
}

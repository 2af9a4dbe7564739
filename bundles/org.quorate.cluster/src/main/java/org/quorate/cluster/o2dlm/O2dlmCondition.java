// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.o2dlm;

import org.quorate.cluster.engine.Condition;

/** Questions about the lock resource RES on the frame's node. */
public enum O2dlmCondition implements Condition {
    /** Its master is known. */
    OWNER_KNOWN,
    /** This node is its master. */
    OWNED_HERE,
    /** The lock is made with LKM_LOCAL, or this node is alone. */
    LOCAL,
    /** LOOP is a node. */
    MORE_NODES,
    /** A master has answered YES, or asserted, and nodes up to it were asked. */
    MASTER_ANSWERED,
    /** The master has asserted before the task looked again (lab/messages.md 2). */
    OWNER_SUDDENLY_KNOWN,
    /** After DECIDE: this node is the master to be. */
    WE_WIN,
    /** dlm_thread: ASTs are pending. */
    HAS_AST,
    /** dlm_thread: BASTs are pending. */
    HAS_BAST,
    /** dlm_thread: a resource has aged. */
    HAS_PURGE
}

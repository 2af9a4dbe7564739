// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.engine.Condition;

/** Questions about glock LOCK. */
enum GlockCondition implements Condition {
    /** It is of kind a. */
    KIND,
    /** The object must be read in before it is used. */
    NEEDS_INSTANTIATE,
    /** Somebody is reading it in. */
    INSTANTIATING,
    /** MODE says that the object need not be read in. */
    SKIPS,
    /** The lock manager has answered. */
    REPLY_PENDING,
    /** Somebody works on its state. */
    QUEUE_LOCKED,
    /** It is to be demoted, and the hold time is over. */
    DEMOTE_DUE,
    /** Somebody holds it. */
    HELD,
    /** An invalidation is under way. */
    INVALIDATING,
    /** It is being unlocked and has a cache to drop. */
    MUST_INVALIDATE,
    /** Something may have to be written before it is given up. */
    IS_DIRTY
}

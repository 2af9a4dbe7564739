// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.engine.Condition;

/** Questions about the journal of the frame's node. */
enum JournalCondition implements Condition {
    /** A flush has something to do for glock LOCK, or LOCK is -1. */
    FLUSH_DUE,
    /** The flush under way writes a header. */
    HEADER_DUE,
    /** Mounted with barriers. */
    BARRIER,
    /** Something of LOCK is in the active items list. */
    ACTIVE,
    /** Revokes wait for a flush. */
    HAS_REVOKES,
    /** A flush is under way. */
    FLUSHING,
    /** gfs2_jrnl_flush_reqd. */
    FLUSH_REQUIRED,
    /** gfs2_ail_flush_reqd, or gfs2_writepages has asked for it. */
    WRITE_BACK_REQUIRED
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import org.quorate.cluster.engine.Step;

/** Steps that write data pages back. */
public enum WritebackStep implements Step {
    /** The flusher thread sleeps until its next round (5 s) or until too much is dirty. */
    AWAIT_ROUND,
    /** Writes all data that is due on the frame's node (a: 1 = everything, 0 = expired or above the background limit); waits. */
    WRITE_DUE,
    /** Writes the dirty pages of inode FILE on the frame's node; waits unless a = 1 (filemap_flush). */
    WRITE_FILE,
    /** A writer waits while too much of its node's page cache is dirty (balance_dirty_pages). */
    THROTTLE
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.local;

import org.quorate.cluster.engine.Condition;

/** Questions that recipes of a local file system ask. */
enum LocalCondition implements Condition {
    /** The log holds a change of FILE that is not on the device yet. */
    MUST_FORCE,
    /**
     * Writing BYTES (a = 1: appending them) changes the inode of FILE: its size, or the time of its last change. The clock of file times
     * ticks with the timer (fs/inode.c:current_time).
     */
    CHANGES_INODE,
    /** The node keeps FILE's block of inodes in memory, by having read or made a neighbour. */
    INODE_CACHED
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.vfs;

import org.quorate.cluster.engine.Condition;

/** Questions about FILE on the frame's node. */
public enum VfsCondition implements Condition {
    /** Its inode and dentry are in memory. */
    KNOWN,
    /** There is only its name so far. */
    UNBORN,
    /** Its name was removed. */
    GONE,
    /** Its data lies in its inode. */
    INLINE,
    /** Some of the first BYTES bytes are not cached as pages. */
    DATA_MISSING,
    /** All pages at hand are dirty already. */
    DATA_DIRTY,
    /** Reading the inode in register a must write its access time, by the rule of the VFS. */
    ACCESS_TIME_DUE,
    /** BYTES is more than 0. */
    HAS_BYTES,
    /** Writing BYTES (a = 0: from the start, a = 1: at the end) needs blocks that it does not have. */
    NEEDS_BLOCKS,
    /** Data pages wait to be written. */
    DIRTY,
    /** Another process of this node has it open. */
    BUSY
}

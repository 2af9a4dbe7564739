// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Condition;

/** Questions about OCFS2's own state on the frame's node. */
public enum Ocfs2Condition implements Condition {
    /** The local alloc window has no room for BYTES. */
    WINDOW_EMPTY,
    /** The node takes inodes from another slot at present. */
    STEALS,
    /** The inode_alloc in OTHER has a free inode. */
    HAS_INODES,
    /** The global bitmap has room for a group of inodes. */
    CAN_GROW,
    /** The node's truncate log has records, and as many as it has room for. */
    LOGGED, LOG_FULL,
    /** FILE had clusters. */
    HAD_CLUSTERS,
    /** Reading the inode in register a must write its access time. */
    ACCESS_TIME_DUE
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Condition;

/** Questions about OCFS2's own state on the frame's node. */
public enum Ocfs2Condition implements Condition {
    /** The local alloc window has no room for BYTES. */
    WINDOW_EMPTY,
    /** FILE had clusters. */
    HAD_CLUSTERS,
    /** Reading the inode in register a must write its access time. */
    ACCESS_TIME_DUE
}

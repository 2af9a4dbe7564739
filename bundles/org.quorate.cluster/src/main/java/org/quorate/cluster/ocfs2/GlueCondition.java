// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Condition;

/** Questions about locks of the frame's node. */
public enum GlueCondition implements Condition {
    /** There is a lock of kind a on FILE. */
    EXISTS,
    /** LOCK has a lock of the lock manager. */
    ATTACHED
}

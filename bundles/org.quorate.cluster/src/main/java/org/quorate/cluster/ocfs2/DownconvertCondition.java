// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Condition;

/** Questions of the downconvert thread. */
public enum DownconvertCondition implements Condition {
    /** ocfs2dc: LOOP says that there are more. */
    MORE_BLOCKED,
    /** LOCK is of kind a. */
    OF_KIND
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import org.quorate.cluster.engine.Condition;

/** Questions about the files that a workload thread keeps open. */
public enum OpenFileCondition implements Condition {
    /** The present operation leaves its file open. */
    KEEPS_OPEN,
    /** The thread has FILE open. */
    IS_OPEN
}

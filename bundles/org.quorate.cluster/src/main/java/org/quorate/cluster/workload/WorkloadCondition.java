// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.workload;

import org.quorate.cluster.engine.Condition;

/** Questions about the chosen operation. */
public enum WorkloadCondition implements Condition {
    /** The thread has no more operations in this phase. */
    DONE,
    /** The operation is followed by fsync. */
    WITH_FSYNC,
    /** There was no file to work on: the call fails with ENOENT. */
    NO_FILE
}

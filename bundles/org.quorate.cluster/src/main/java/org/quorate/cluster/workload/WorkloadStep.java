// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.workload;

import org.quorate.cluster.engine.Step;

/** Steps of workload threads and of the service threads that sync and drop caches. */
public enum WorkloadStep implements Step {
    /** Thinks, or waits for an arrival, for the token, or for the next phase. */
    AWAIT_TURN,
    /** Chooses the operation and its file; the operation begins. */
    BEGIN,
    /** The operation is done; records it. */
    END,
    /** The thread has done its share of the phase. */
    LEAVE,
    /** A service thread is done. */
    SERVICE_DONE
}

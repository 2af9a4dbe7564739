// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import org.quorate.cluster.lock.LockClient;

/** What fs/dlm asks and tells its user beyond {@link LockClient}: the flags of dlm_lock() and two more results. */
public interface DlmClient extends LockClient {

    /** A request that must not wait still tells the holders about it when it is refused (DLM_LKF_NOQUEUEBAST). */
    boolean tellsHolders(int handle);

    /** The conversion queues behind other conversions even if it could be granted at once (DLM_LKF_QUECVT). */
    boolean queuesConversion(int handle);

    /** A conversion that would deadlock with another one is refused; false: it queues all the same (DLM_LKF_NODLCKWT). */
    boolean detectsDeadlock(int handle);

    /** Operation that waits for the present request of the handle, or -1. */
    int behalf(int handle);

    /** The conversion would deadlock with another one (EDEADLK); the lock keeps its mode. */
    void deadlocked(int handle);

    /** The unlock is done (DLM_EUNLOCK); the lock exists no more. */
    void unlocked(int handle);
}

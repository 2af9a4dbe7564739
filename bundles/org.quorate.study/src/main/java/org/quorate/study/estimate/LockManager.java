// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

/**
 * What requests to a lock manager cost a node among so many, by how the lock is found. Immutable, thread-safe: each call makes a new
 * {@link Demand}.
 */
sealed interface LockManager permits O2dlm, FsDlm, NoLockManager {

    /** A resource that nobody knows. */
    Demand fresh();

    /** A resource that another node masters, in a mode that does not conflict. */
    Demand join(Peers peers);

    /** Another mode for a lock that the node has, which conflicts with nobody; {@code here}: probability that this node is the master. */
    Demand convert(double here);

    /** A lock is given up without waiting for others. */
    Demand unlock(double here);

    /**
     * A conflicting holder on another node has to be told, gives the lock up, and this node gets it: without what the holder has to
     * write before.
     */
    Demand handOver();
}

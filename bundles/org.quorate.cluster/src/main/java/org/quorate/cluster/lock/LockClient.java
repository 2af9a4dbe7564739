// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.lock;

/**
 * What a lock manager asks and tells the file system. A handle is the file system's own number of a lock on a node.
 */
public interface LockClient {

    /**
     * The name of the lock resource: kind of lock in bits 32 to 39, object in the low ones.
     */
    long resource(int handle);

    /** The lock manager's lock of a handle, or -1. */
    int lock(int handle);

    /** The lock manager keeps its lock with the handle. */
    void lock(int handle, int lock);

    /** Nobody else can know the resource: mastered here without asking (LKM_LOCAL). */
    boolean unknownToOthers(int handle);

    /** The present request must not wait (NOQUEUE). */
    boolean mustNotWait(int handle);

    /** The resource carries a lock value block. */
    boolean hasValue(int handle);

    /** AST: the request of the handle is done; the lock has this mode now. */
    void granted(int handle, int mode);

    /** The request was refused because it must not wait. */
    void refused(int handle);

    /** The conversion was cancelled; the lock keeps its mode. */
    void cancelled(int handle);

    /**
     * BAST: somebody else waits for the lock.
     *
     * @param handle the lock
     * @param mode   what the other one wants
     * @param behalf operation that waits, or -1
     */
    void blocked(int handle, int mode, int behalf);
}

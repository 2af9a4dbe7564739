// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.o2dlm;

import org.quorate.cluster.lock.LockMode;

/**
 * What the master decides: grant, queue, tell the holders (fs/ocfs2/dlm/dlmlock.c, dlmconvert.c, dlmthread.c). Not thread-safe.
 */
final class Grants {

    static final int NORMAL = 0;
    static final int NOT_QUEUED = 1;
    private static final int NONE = -1;

    private final Domain domain;
    private final Resources resources;
    private final Locks locks;

    Grants(Domain domain) {
        this.domain = domain;
        resources = domain.resources;
        locks = domain.locks;
    }

    /** A new lock at the master (dlmlock_master). */
    int lock(int lock, int mode, boolean noQueue) {
        int row = locks.resource[lock];
        int status = NORMAL;
        if (compatibleWithAll(resources.granted[row], lock, mode) && compatibleWithAll(resources.converting[row], lock, mode)) {
            locks.mode[lock] = mode;
            locks.move(lock, Locks.GRANTED);
            queueAst(lock);
        } else if (noQueue) {
            status = NOT_QUEUED;
        } else {
            locks.wanted[lock] = mode;
            locks.move(lock, Locks.BLOCKED);
        }
        domain.dirty(row);
        return status;
    }

    /** A conversion at the master (dlmconvert_master). */
    int convert(int lock, int mode, boolean noQueue) {
        int row = locks.resource[lock];
        int status = NORMAL;
        boolean down = mode <= locks.mode[lock];
        if (down || compatibleWithAll(resources.granted[row], lock, mode)
                && compatibleWithAll(resources.converting[row], lock, mode)) {
            locks.fetchesValue[lock] &= !down;
            locks.mode[lock] = mode;
            queueAst(lock);
        } else if (noQueue) {
            status = NOT_QUEUED;
        } else {
            locks.wanted[lock] = mode;
            locks.move(lock, Locks.CONVERTING);
        }
        domain.dirty(row);
        return status;
    }

    /** Cancels a conversion that waits; false if it was granted already (DLM_CANCELGRANT). */
    boolean cancel(int lock) {
        if (locks.queue[lock] != Locks.CONVERTING) {
            return false;
        }
        locks.wanted[lock] = LockMode.NONE;
        locks.move(lock, Locks.GRANTED);
        domain.dirty(locks.resource[lock]);
        return true;
    }

    /** Removes a lock at the master. */
    void unlock(int lock) {
        int row = locks.resource[lock];
        domain.freeLock(lock);
        domain.dirty(row);
        domain.calculateUsage(row);
    }

    /** Grants what can be granted and tells who is in the way (dlm_shuffle_lists). */
    void shuffle(int row) {
        while (resources.converting[row] != NONE && tryGrant(resources.converting[row])) {
            continue;
        }
        while (resources.converting[row] == NONE && resources.blocked[row] != NONE && tryGrant(resources.blocked[row])) {
            continue;
        }
    }

    private boolean tryGrant(int lock) {
        int row = locks.resource[lock];
        boolean free = demand(resources.granted[row], lock) & demand(resources.converting[row], lock);
        if (free) {
            locks.mode[lock] = locks.wanted[lock];
            locks.wanted[lock] = LockMode.NONE;
            locks.move(lock, Locks.GRANTED);
            queueAst(lock);
        }
        return free;
    }

    /** False if a lock of the list is in the way; its holder will get a BAST. */
    private boolean demand(int list, int lock) {
        boolean free = true;
        for (int other = list; other != NONE; other = locks.next[other]) {
            if (other != lock && !LockMode.compatible(locks.mode[other], locks.wanted[lock])) {
                free = false;
                if (locks.highestBlocked[other] < locks.wanted[lock]) {
                    locks.highestBlocked[other] = locks.wanted[lock];
                    locks.blockedBehalf[other] = locks.behalf[lock];
                    queueBast(other);
                }
            }
        }
        return free;
    }

    private boolean compatibleWithAll(int list, int lock, int mode) {
        for (int other = list; other != NONE; other = locks.next[other]) {
            if (other != lock && (!LockMode.compatible(locks.mode[other], mode)
                    || locks.queue[other] == Locks.CONVERTING && !LockMode.compatible(locks.wanted[other], mode))) {
                return false;
            }
        }
        return true;
    }

    private void queueAst(int lock) {
        if (!locks.astPending[lock]) {
            locks.astPending[lock] = true;
            domain.asts[resources.node[locks.resource[lock]]].add(lock);
        }
    }

    private void queueBast(int lock) {
        if (!locks.bastPending[lock]) {
            locks.bastPending[lock] = true;
            domain.basts[resources.node[locks.resource[lock]]].add(lock);
        }
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import org.quorate.cluster.lock.LockMode;

/**
 * Which lock a master grants when: the rules of fs/dlm/lock.c (_can_be_granted, conversion_deadlock_detect,
 * grant_pending_convert, grant_pending_wait, send_bast_queue). Not thread-safe.
 */
final class Grants {

    private static final int NONE = -1;

    /** What a decision leads to. */
    interface Outcome {

        /** A queued lock was granted: GRANT message or AST. */
        void granted(int lock);

        /** A granted lock stands in the way of a mode: BAST message or callback, on behalf of an operation. */
        void blocking(int lock, int mode, int behalf);
    }

    private final Resources resources;
    private final Locks locks;
    private final Outcome outcome;

    Grants(Resources resources, Locks locks, Outcome outcome) {
        this.resources = resources;
        this.locks = locks;
        this.outcome = outcome;
    }

    /** A new lock (do_request); the caller answers, then calls {@link #effects}. */
    int request(int lock) {
        if (grantable(lock, true)) {
            grant(lock);
            return Status.OK;
        }
        if ((locks.flags[lock] & Wire.NO_QUEUE) == 0) {
            locks.move(lock, Locks.WAITING);
            return Status.IN_PROGRESS;
        }
        return Status.AGAIN;
    }

    /** Another mode for a granted lock (do_convert). */
    int convert(int lock) {
        if (grantable(lock, true)) {
            grant(lock);
            return Status.OK;
        }
        boolean mayQueue = (locks.flags[lock] & Wire.NO_QUEUE) == 0;
        boolean looks = (locks.flags[lock] & Wire.NO_DEADLOCK_CHECK) == 0;
        if (mayQueue && looks && deadlocks(lock)) {
            locks.requested[lock] = LockMode.NONE;
            return Status.DEADLOCK;
        }
        if (mayQueue) {
            locks.move(lock, Locks.CONVERTING);
            return Status.IN_PROGRESS;
        }
        return Status.AGAIN;
    }

    /** What follows from a request or conversion (do_request_effects, do_convert_effects). */
    void effects(int lock, int status, boolean conversion) {
        switch (status) {
            case Status.OK -> {
                if (conversion) {
                    pending(locks.resource[lock]);
                }
            }
            case Status.IN_PROGRESS -> block(lock, Locks.GRANTED);
            case Status.AGAIN -> {
                if ((locks.flags[lock] & Wire.TELL_HOLDERS) != 0) {
                    block(lock, Locks.GRANTED);
                    block(lock, Locks.CONVERTING);
                }
            }
            default -> { }
        }
    }

    /** A lock goes back to what it was (revert_lock); false if there was nothing to revert. */
    boolean revert(int lock) {
        locks.requested[lock] = LockMode.NONE;
        switch (locks.queue[lock]) {
            case Locks.CONVERTING -> locks.move(lock, Locks.GRANTED);
            case Locks.WAITING -> locks.move(lock, Locks.OUT);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The lock goes; what an exclusive holder wrote into the value block stays with the resource (set_lvb_unlock). */
    void unlock(int lock) {
        if (locks.granted[lock] == LockMode.EX && (locks.flags[lock] & Wire.VALUE) != 0) {
            resources.writeValue(locks.resource[lock]);
        }
        locks.move(lock, Locks.OUT);
        locks.granted[lock] = LockMode.NONE;
    }

    private void grant(int lock) {
        boolean down = locks.granted[lock] == LockMode.EX && locks.requested[lock] < LockMode.EX;
        if (down && (locks.flags[lock] & Wire.VALUE) != 0) {
            resources.writeValue(locks.resource[lock]);
        }
        locks.granted[lock] = locks.requested[lock];
        locks.move(lock, Locks.GRANTED);
        locks.requested[lock] = LockMode.NONE;
        locks.highestBast[lock] = 0;
    }

    /** Grants what can be granted now, and tells the holders of what cannot (grant_pending_locks). */
    void pending(int resource) {
        boolean again = true;
        while (again) {
            again = grantFirst(resource, Locks.CONVERTING);
        }
        while (grantFirst(resource, Locks.WAITING)) {
            again = true;
        }
        int waiter = strongest(resource, Locks.WAITING, strongest(resource, Locks.CONVERTING, NONE));
        if (waiter == NONE) {
            return;
        }
        int mode = locks.requested[waiter];
        for (int holder = locks.first(resource, Locks.GRANTED); holder != NONE; holder = locks.next[holder]) {
            if (locks.highestBast[holder] < mode && !LockMode.compatible(locks.granted[holder], mode)) {
                locks.highestBast[holder] = (byte) mode;
                outcome.blocking(holder, mode, locks.behalf[waiter]);
            }
        }
    }

    private boolean grantFirst(int resource, int queue) {
        for (int lock = locks.first(resource, queue); lock != NONE; lock = locks.next[lock]) {
            if (grantable(lock, false)) {
                grant(lock);
                outcome.granted(lock);
                return true;
            }
        }
        return false;
    }

    private int strongest(int resource, int queue, int soFar) {
        int strongest = soFar;
        for (int lock = locks.first(resource, queue); lock != NONE; lock = locks.next[lock]) {
            if (strongest == NONE || locks.requested[lock] > locks.requested[strongest]) {
                strongest = lock;
            }
        }
        return strongest;
    }

    private void block(int lock, int queue) {
        int mode = locks.requested[lock];
        for (int holder = locks.first(locks.resource[lock], queue); holder != NONE; holder = locks.next[holder]) {
            if (holder != lock && locks.highestBast[holder] < mode
                    && !LockMode.compatible(locks.granted[holder], mode)) {
                locks.highestBast[holder] = (byte) mode;
                outcome.blocking(holder, mode, locks.behalf[lock]);
            }
        }
    }

    /** _can_be_granted; {@code now}: at the request itself, not when it was queued before. */
    private boolean grantable(int lock, boolean now) {
        int resource = locks.resource[lock];
        if (conflict(lock, Locks.GRANTED) || conflict(lock, Locks.CONVERTING)) {
            return false;
        }
        boolean conversion = locks.granted[lock] != LockMode.NONE;
        boolean noneConverts = locks.first(resource, Locks.CONVERTING) == NONE;
        if (now && conversion) {
            return (locks.flags[lock] & Wire.QUEUE_CONVERSION) == 0 || noneConverts;
        }
        if (conversion) {
            return locks.first(resource, Locks.CONVERTING) == lock;
        }
        int firstWaiting = locks.first(resource, Locks.WAITING);
        return noneConverts && firstWaiting == (now ? NONE : lock);
    }

    private boolean conflict(int lock, int queue) {
        int other = locks.first(locks.resource[lock], queue);
        while (other != NONE && (other == lock
                || LockMode.compatible(locks.granted[other], locks.requested[lock]))) {
            other = locks.next[other];
        }
        return other != NONE;
    }

    /** The granted mode of this lock blocks a conversion that is ahead of it (conversion_deadlock_detect). */
    private boolean deadlocks(int lock) {
        int other = locks.first(locks.resource[lock], Locks.CONVERTING);
        while (other != NONE && LockMode.compatible(locks.granted[lock], locks.requested[other])) {
            other = locks.next[other];
        }
        return other != NONE;
    }
}

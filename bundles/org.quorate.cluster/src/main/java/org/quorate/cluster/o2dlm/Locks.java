// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.o2dlm;

import java.util.Arrays;
import org.quorate.cluster.engine.Slots;
import org.quorate.cluster.lock.LockMode;

/**
 * Locks (struct dlm_lock), in parallel arrays: the holder's own, and on a remote master a copy of it, its {@link #peer}. Queues are
 * linked lists, first in first out. Not thread-safe.
 */
final class Locks {

    /** Queues of a resource. */
    static final int GRANTED = 0;
    static final int CONVERTING = 1;
    static final int BLOCKED = 2;
    static final int NOWHERE = 3;
    private static final int NONE = -1;

    private final Resources resources;
    private final Slots slots = new Slots();

    /** Row of its resource, on the node that keeps this copy. */
    int[] resource = new int[64];
    /** Node that holds the lock. */
    int[] holder = new int[64];
    /** The file system's handle on the holder. */
    int[] handle = new int[64];
    int[] mode = new int[64];
    /** Mode wanted by a conversion, or NONE. */
    int[] wanted = new int[64];
    /** Highest mode that a BAST must be sent for, or NONE. */
    int[] highestBlocked = new int[64];
    int[] queue = new int[64];
    int[] next = new int[64];
    /** The other copy, or -1. */
    int[] peer = new int[64];
    boolean[] astPending = new boolean[64];
    boolean[] bastPending = new boolean[64];
    /** The pending AST answers a request that reads the lock value block. */
    boolean[] fetchesValue = new boolean[64];
    /** Operation that waits for it, or -1. */
    int[] behalf = new int[64];
    /** Operation behind the request that it blocks, or -1. */
    int[] blockedBehalf = new int[64];

    Locks(Resources resources) {
        this.resources = resources;
    }

    /** So many more will be made soon. */
    void expect(int rows) {
        slots.expect(rows);
    }

    int make(int ofResource, int byHolder, int byHandle) {
        int lock = slots.take();
        if (slots.capacity() > resource.length) {
            grow(slots.capacity());
        }
        resource[lock] = ofResource;
        holder[lock] = byHolder;
        handle[lock] = byHandle;
        mode[lock] = LockMode.NL;
        wanted[lock] = LockMode.NONE;
        highestBlocked[lock] = LockMode.NONE;
        queue[lock] = NOWHERE;
        next[lock] = NONE;
        peer[lock] = NONE;
        astPending[lock] = false;
        bastPending[lock] = false;
        fetchesValue[lock] = false;
        behalf[lock] = NONE;
        blockedBehalf[lock] = NONE;
        resources.locks[ofResource]++;
        return lock;
    }

    /** Tells a lock from another one that has its row later. */
    long identity(int lock) {
        return (long) resource[lock] << 32 | handle[lock];
    }

    void free(int lock) {
        remove(lock);
        resources.locks[resource[lock]]--;
        resource[lock] = NONE;
        slots.release(lock);
    }

    /** Appends the lock to a queue of its resource, taking it out of its present one. */
    void move(int lock, int toQueue) {
        remove(lock);
        queue[lock] = toQueue;
        if (toQueue == NOWHERE) {
            return;
        }
        int[] heads = heads(toQueue);
        int row = resource[lock];
        if (heads[row] == NONE) {
            heads[row] = lock;
        } else {
            int last = heads[row];
            while (next[last] != NONE) {
                last = next[last];
            }
            next[last] = lock;
        }
    }

    private void remove(int lock) {
        if (queue[lock] == NOWHERE) {
            return;
        }
        int[] heads = heads(queue[lock]);
        int row = resource[lock];
        if (heads[row] == lock) {
            heads[row] = next[lock];
        } else {
            int before = heads[row];
            while (next[before] != lock) {
                before = next[before];
            }
            next[before] = next[lock];
        }
        next[lock] = NONE;
        queue[lock] = NOWHERE;
    }

    private int[] heads(int ofQueue) {
        return switch (ofQueue) {
            case GRANTED -> resources.granted;
            case CONVERTING -> resources.converting;
            default -> resources.blocked;
        };
    }

    private void grow(int size) {
        resource = Arrays.copyOf(resource, size);
        holder = Arrays.copyOf(holder, size);
        handle = Arrays.copyOf(handle, size);
        mode = Arrays.copyOf(mode, size);
        wanted = Arrays.copyOf(wanted, size);
        highestBlocked = Arrays.copyOf(highestBlocked, size);
        queue = Arrays.copyOf(queue, size);
        next = Arrays.copyOf(next, size);
        peer = Arrays.copyOf(peer, size);
        astPending = Arrays.copyOf(astPending, size);
        bastPending = Arrays.copyOf(bastPending, size);
        fetchesValue = Arrays.copyOf(fetchesValue, size);
        behalf = Arrays.copyOf(behalf, size);
        blockedBehalf = Arrays.copyOf(blockedBehalf, size);
    }
}

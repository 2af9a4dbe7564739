// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import java.util.Arrays;
import org.quorate.cluster.engine.Slots;
import org.quorate.cluster.host.Census;
import org.quorate.cluster.lock.LockMode;
import org.quorate.cluster.result.NodeCensus.LockRole;
import org.quorate.model.SlabCache;

/**
 * The dlm_lkb structures of all nodes, in parallel arrays: the locks of a node's own file system ("process copies") and the
 * master's copies of other nodes' locks; and the three queues of each resource at its master. Not thread-safe.
 */
final class Locks {

    static final int NONE = -1;

    /** Queues of a resource, and where a lock is. */
    static final int GRANTED = 0;
    static final int CONVERTING = 1;
    static final int WAITING = 2;
    /** In no queue: being requested, or unlocked. */
    static final int OUT = 3;

    private final Resources resources;
    private final Census census;
    private final SlabCache valueCache;
    private final Slots slots = new Slots();

    /** Resource structure, on the same node. */
    int[] resource = new int[64];
    /** Master copy: the owner's lock. Process copy: the master's copy, or -1 if the resource is mastered here. */
    int[] peer = new int[64];
    /** Master copy: the node that owns the lock. Otherwise -1. */
    int[] owner = new int[64];
    /** Granted mode, or {@link LockMode#NONE}. */
    byte[] granted = new byte[64];
    /** Requested mode, or {@link LockMode#NONE}. */
    byte[] requested = new byte[64];
    /** Queue in which it is. */
    byte[] queue = new byte[64];
    /** Flags of the present request ({@link Wire}). */
    byte[] flags = new byte[64];
    /** Highest mode that a BAST was sent for (lkb_highbast). */
    byte[] highestBast = new byte[64];
    /** Mode of the last grant that was delivered to the user. */
    byte[] delivered = new byte[64];
    /** Message whose answer a process copy awaits (ordinal of its type), or -1 (lkb_wait_type). */
    byte[] awaits = new byte[64];
    /** A cancel came while an answer was awaited (DLM_IFL_OVERLAP_CANCEL). */
    boolean[] overlapCancel = new boolean[64];
    /** Handle of the lock's user; of process copies. */
    int[] handle = new int[64];
    /** Operation that waits for the request, or -1. */
    int[] behalf = new int[64];
    /** Next in its queue, or in the lookup list. */
    int[] next = new int[64];
    /** Undelivered callbacks: first and last, or -1. */
    int[] callback = new int[64];
    int[] callbackTail = new int[64];
    private int[] previous = new int[64];
    private boolean[] linked = new boolean[64];
    private boolean[] value = new boolean[64];

    Locks(Resources resources, Census census, NameRules names) {
        this.resources = resources;
        this.census = census;
        valueCache = names.valueCache();
    }

    /** So many more will be made soon. */
    void expect(int rows) {
        slots.expect(rows);
    }

    /**
     * A new lock on a resource (create_lkb, attach_lkb).
     *
     * @param ownerNode node that owns it if this is a master copy, else -1
     * @param withValue a value block is allocated with it
     */
    int create(int ofResource, int ownerNode, boolean withValue) {
        int lock = slots.take();
        if (slots.capacity() > resource.length) {
            grow(slots.capacity());
        }
        resource[lock] = ofResource;
        owner[lock] = ownerNode;
        peer[lock] = NONE;
        granted[lock] = LockMode.NONE;
        requested[lock] = LockMode.NONE;
        queue[lock] = OUT;
        flags[lock] = 0;
        highestBast[lock] = 0;
        delivered[lock] = LockMode.NONE;
        awaits[lock] = NONE;
        overlapCancel[lock] = false;
        handle[lock] = NONE;
        behalf[lock] = NONE;
        callback[lock] = NONE;
        callbackTail[lock] = NONE;
        linked[lock] = false;
        value[lock] = withValue && isCopy(lock);
        resources.users[ofResource]++;
        resources.copies[ofResource] += isCopy(lock) ? 1 : 0;
        resources.count(ofResource);
        census(lock, 1);
        return lock;
    }

    /** The lock is gone (kill_lkb); the caller looks whether its resource is used any more. */
    void free(int lock) {
        move(lock, OUT);
        census(lock, -1);
        resources.users[resource[lock]]--;
        resources.copies[resource[lock]] -= isCopy(lock) ? 1 : 0;
        resources.count(resource[lock]);
        slots.release(lock);
    }

    private void census(int lock, int count) {
        int node = resources.node[resource[lock]];
        LockRole role = isCopy(lock) ? LockRole.MASTER : LockRole.HOLDER;
        census.add(node, SlabCache.DLM_LKB, role, count);
        if (value[lock]) {
            census.add(node, valueCache, role, count);
        }
    }

    /** A master's copy of another node's lock (is_master_copy). */
    boolean isCopy(int lock) {
        return owner[lock] != NONE;
    }

    /** A value block came with the copy. */
    boolean hasValue(int lock) {
        return value[lock];
    }

    /** The lock's node is not the master of its resource (is_remote). */
    boolean isRemote(int lock) {
        int r = resource[lock];
        return resources.master[r] != resources.node[r];
    }

    /** Moves the lock to another queue; only a master keeps queues, elsewhere it is noted. */
    void move(int lock, int to) {
        if (linked[lock]) {
            unlink(lock);
        }
        queue[lock] = (byte) to;
        if (to != OUT && !isRemote(lock)) {
            append(lock, resource[lock] * 3 + to);
        }
    }

    /** First lock in a queue of a resource, or -1; the others follow by {@link #next}. */
    int first(int ofResource, int inQueue) {
        return resources.head[ofResource * 3 + inQueue];
    }

    /** Queue, owner, modes and last BAST of each lock in a queue, for people. */
    void describe(int ofResource, int inQueue, StringBuilder text) {
        for (int lock = first(ofResource, inQueue); lock != NONE; lock = next[lock]) {
            text.append(" [queue ").append(inQueue).append(" owner ").append(owner[lock]).append(" mode ").append(granted[lock])
                    .append(" wants ").append(requested[lock]).append(" bast ").append(highestBast[lock]).append(']');
        }
    }

    private void append(int lock, int list) {
        next[lock] = NONE;
        previous[lock] = resources.tail[list];
        if (resources.tail[list] == NONE) {
            resources.head[list] = lock;
        } else {
            next[resources.tail[list]] = lock;
        }
        resources.tail[list] = lock;
        linked[lock] = true;
    }

    private void unlink(int lock) {
        int list = resource[lock] * 3 + queue[lock];
        if (previous[lock] == NONE) {
            resources.head[list] = next[lock];
        } else {
            next[previous[lock]] = next[lock];
        }
        if (next[lock] == NONE) {
            resources.tail[list] = previous[lock];
        } else {
            previous[next[lock]] = previous[lock];
        }
        linked[lock] = false;
    }

    private void grow(int size) {
        resource = Arrays.copyOf(resource, size);
        peer = Arrays.copyOf(peer, size);
        owner = Arrays.copyOf(owner, size);
        granted = Arrays.copyOf(granted, size);
        requested = Arrays.copyOf(requested, size);
        queue = Arrays.copyOf(queue, size);
        flags = Arrays.copyOf(flags, size);
        highestBast = Arrays.copyOf(highestBast, size);
        delivered = Arrays.copyOf(delivered, size);
        awaits = Arrays.copyOf(awaits, size);
        overlapCancel = Arrays.copyOf(overlapCancel, size);
        handle = Arrays.copyOf(handle, size);
        behalf = Arrays.copyOf(behalf, size);
        next = Arrays.copyOf(next, size);
        callback = Arrays.copyOf(callback, size);
        callbackTail = Arrays.copyOf(callbackTail, size);
        previous = Arrays.copyOf(previous, size);
        linked = Arrays.copyOf(linked, size);
        value = Arrays.copyOf(value, size);
    }
}

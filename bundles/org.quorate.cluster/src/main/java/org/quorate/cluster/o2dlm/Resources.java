// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.o2dlm;

import java.util.Arrays;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.KeyedSlots;
import org.quorate.cluster.engine.WaitList;

/**
 * Lock resources as each node knows them (struct dlm_lock_resource), in parallel arrays; also the short-lived master list entries,
 * which share the row. Not thread-safe.
 */
final class Resources {

    static final int UNKNOWN = -1;
    /** No master list entry. */
    static final int NO_MLE = 0;
    /** This node is finding out the master. */
    static final int MASTER_MLE = 1;
    /** Another node is; this one has told it that it is not the master. */
    static final int BLOCK_MLE = 2;
    private static final int NONE = -1;

    private final KeyedSlots slots = new KeyedSlots();
    private final WaitList waiters;

    int[] node = new int[64];
    /** Kind of lock (high 32 bits) and object. */
    long[] name = new long[64];
    int[] owner = new int[64];
    int[] mle = new int[64];
    /** Master that answered YES, or UNKNOWN. */
    int[] answeredMaster = new int[64];
    /** Nodes that have answered the present mastery question. */
    long[] responded = new long[64];
    /** Nodes that try to become master too. */
    long[] maybe = new long[64];
    /** Nodes that hold a reference; kept by the master. */
    long[] references = new long[64];
    /** A task of this node works on it (dlm_lockres inflight). */
    int[] inflight = new int[64];
    /** It is a lock resource, not only a master list entry. */
    boolean[] exists = new boolean[64];
    boolean[] dirty = new boolean[64];
    boolean[] ageing = new boolean[64];
    /** Number of locks in all three queues. */
    int[] locks = new int[64];
    int[] granted = new int[64];
    int[] converting = new int[64];
    int[] blocked = new int[64];

    Resources(Frames frames) {
        waiters = new WaitList(frames);
    }

    int find(int onNode, long resource) {
        return slots.find(key(onNode, resource));
    }

    /** So many more will be made soon. */
    void expect(int rows) {
        slots.expect(rows);
    }

    int findOrMake(int onNode, long resource) {
        int row = find(onNode, resource);
        if (row != NONE) {
            return row;
        }
        row = slots.take(key(onNode, resource));
        if (slots.capacity() > node.length) {
            grow(slots.capacity());
        }
        node[row] = onNode;
        name[row] = resource;
        owner[row] = UNKNOWN;
        mle[row] = NO_MLE;
        answeredMaster[row] = UNKNOWN;
        responded[row] = 0;
        maybe[row] = 0;
        references[row] = 0;
        inflight[row] = 0;
        exists[row] = false;
        dirty[row] = false;
        ageing[row] = false;
        locks[row] = 0;
        granted[row] = NONE;
        converting[row] = NONE;
        blocked[row] = NONE;
        return row;
    }

    void free(int row) {
        node[row] = NONE;
        slots.release(row);
    }

    /** Tasks that wait for the row's mastery. */
    WaitList waiters() {
        return waiters;
    }

    /** Kind of lock of a resource's name. */
    static int kind(long resource) {
        return (int) (resource >>> 32) & 0xff;
    }

    static long name(int kind, int object) {
        return (long) kind << 32 | object;
    }

    private static long key(int onNode, long resource) {
        return (long) onNode << 48 | resource;
    }

    private void grow(int size) {
        node = Arrays.copyOf(node, size);
        name = Arrays.copyOf(name, size);
        owner = Arrays.copyOf(owner, size);
        mle = Arrays.copyOf(mle, size);
        answeredMaster = Arrays.copyOf(answeredMaster, size);
        responded = Arrays.copyOf(responded, size);
        maybe = Arrays.copyOf(maybe, size);
        references = Arrays.copyOf(references, size);
        inflight = Arrays.copyOf(inflight, size);
        exists = Arrays.copyOf(exists, size);
        dirty = Arrays.copyOf(dirty, size);
        ageing = Arrays.copyOf(ageing, size);
        locks = Arrays.copyOf(locks, size);
        granted = Arrays.copyOf(granted, size);
        converting = Arrays.copyOf(converting, size);
        blocked = Arrays.copyOf(blocked, size);
    }
}

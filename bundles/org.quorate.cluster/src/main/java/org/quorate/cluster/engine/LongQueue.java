// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

/** A queue of longs in a ring. No allocation once grown. Not thread-safe. */
public final class LongQueue {

    private long[] ring = new long[16];
    private int head;
    private int size;

    public void add(long value) {
        if (size == ring.length) {
            long[] larger = new long[size * 2];
            System.arraycopy(ring, head, larger, 0, size - head);
            System.arraycopy(ring, 0, larger, size - head, head);
            ring = larger;
            head = 0;
        }
        ring[head + size++ & ring.length - 1] = value;
    }

    /** Removes and returns the first; an error if the queue is empty. */
    public long poll() {
        if (size == 0) {
            throw new IllegalStateException("empty queue");
        }
        long value = ring[head];
        head = head + 1 & ring.length - 1;
        size--;
        return value;
    }

    /** Forgets all. */
    public void clear() {
        size = 0;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

/** A queue of ints in a ring. No allocation once grown. Not thread-safe. */
public final class IntQueue {

    private int[] ring = new int[16];
    private int head;
    private int size;

    public void add(int value) {
        if (size == ring.length) {
            int[] larger = new int[size * 2];
            for (int i = 0; i < size; i++) {
                larger[i] = ring[head + i & size - 1];
            }
            ring = larger;
            head = 0;
        }
        ring[head + size++ & ring.length - 1] = value;
    }

    /** Removes and returns the first; an error if the queue is empty. */
    public int poll() {
        if (size == 0) {
            throw new IllegalStateException("empty queue");
        }
        int value = ring[head];
        head = head + 1 & ring.length - 1;
        size--;
        return value;
    }

    /** The first; an error if the queue is empty. */
    public int first() {
        if (size == 0) {
            throw new IllegalStateException("empty queue");
        }
        return ring[head];
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

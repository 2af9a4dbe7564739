// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import java.util.Arrays;

/**
 * Pending events in the total order (time, sequence of pushing): of events at one instant, the one pushed first leaves first.
 *
 * <p>A binary heap whose entries lie in one array of {@code long}s, so that a comparison and a move touch one cache line
 * and no event is an object. Nothing is allocated once the array has grown to the largest number of pending events.
 */
public final class EventQueue {
    /** An entry: time, sequence, kind and subject packed. */
    private static final int STRIDE = 3;
    private static final int SEQUENCE = 1;
    private static final int PAYLOAD = 2;
    private static final int INITIAL_CAPACITY = 64;
    private static final int MAXIMUM_CAPACITY = (Integer.MAX_VALUE - 8) / STRIDE;

    private long[] heap = new long[INITIAL_CAPACITY * STRIDE];
    private int size;
    private long nextSequence;
    private long poppedTime;
    private long poppedPayload;

    /**
     * Adds an event.
     *
     * @param timeNanos its time, any value
     * @param kind      handed back by {@link #kind()}
     * @param subject   handed back by {@link #subject()}
     */
    public void push(long timeNanos, int kind, int subject) {
        if ((size + 1) * STRIDE > heap.length) {
            grow();
        }
        long[] entries = heap;
        int hole = size++;
        // The new sequence is the largest of all: a parent at the same time stays above.
        while (hole > 0) {
            int parent = (hole - 1) >> 1;
            if (entries[parent * STRIDE] <= timeNanos) {
                break;
            }
            move(entries, parent, hole);
            hole = parent;
        }
        int slot = hole * STRIDE;
        entries[slot] = timeNanos;
        entries[slot + SEQUENCE] = nextSequence++;
        entries[slot + PAYLOAD] = (long) kind << 32 | subject & 0xFFFF_FFFFL;
    }

    /** Whether no event is pending. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The number of pending events. */
    public int size() {
        return size;
    }

    /**
     * The time of the event that {@link #pop()} would take.
     *
     * @throws IllegalStateException if the queue is empty
     */
    public long headTimeNanos() {
        requireNotEmpty();
        return heap[0];
    }

    /**
     * Takes the first event out; {@link #timeNanos()}, {@link #kind()} and {@link #subject()} then describe it until the next pop.
     *
     * @throws IllegalStateException if the queue is empty
     */
    public void pop() {
        requireNotEmpty();
        poppedTime = heap[0];
        poppedPayload = heap[PAYLOAD];
        size--;
        if (size > 0) {
            siftDown(heap, size, heap[size * STRIDE], heap[size * STRIDE + SEQUENCE], heap[size * STRIDE + PAYLOAD]);
        }
    }

    /** The time of the event popped last. */
    public long timeNanos() {
        return poppedTime;
    }

    /** The kind of the event popped last. */
    public int kind() {
        return (int) (poppedPayload >> 32);
    }

    /** The subject of the event popped last. */
    public int subject() {
        return (int) poppedPayload;
    }

    /** Forgets all pending events; the memory is kept for the next run. */
    public void clear() {
        size = 0;
        nextSequence = 0;
    }

    /** Puts the entry into the hole at the root of a heap of {@code count} entries. */
    private static void siftDown(long[] entries, int count, long time, long sequence, long payload) {
        int hole = 0;
        int child = 1;
        while (child < count) {
            if (child + 1 < count && isBefore(entries, child + 1, child)) {
                child++;
            }
            int slot = child * STRIDE;
            if (entries[slot] > time || entries[slot] == time && entries[slot + SEQUENCE] > sequence) {
                break;
            }
            move(entries, child, hole);
            hole = child;
            child = 2 * hole + 1;
        }
        int slot = hole * STRIDE;
        entries[slot] = time;
        entries[slot + SEQUENCE] = sequence;
        entries[slot + PAYLOAD] = payload;
    }

    private static boolean isBefore(long[] entries, int left, int right) {
        long leftTime = entries[left * STRIDE];
        long rightTime = entries[right * STRIDE];
        return leftTime < rightTime
                || leftTime == rightTime && entries[left * STRIDE + SEQUENCE] < entries[right * STRIDE + SEQUENCE];
    }

    private static void move(long[] entries, int from, int to) {
        entries[to * STRIDE] = entries[from * STRIDE];
        entries[to * STRIDE + SEQUENCE] = entries[from * STRIDE + SEQUENCE];
        entries[to * STRIDE + PAYLOAD] = entries[from * STRIDE + PAYLOAD];
    }

    private void requireNotEmpty() {
        if (size == 0) {
            throw new IllegalStateException("no event is pending");
        }
    }

    private void grow() {
        if (size >= MAXIMUM_CAPACITY) {
            throw new IllegalStateException("more than " + MAXIMUM_CAPACITY + " events are pending");
        }
        heap = Arrays.copyOf(heap, Math.min(2 * size, MAXIMUM_CAPACITY) * STRIDE);
    }
}

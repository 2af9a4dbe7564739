// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

/**
 * The few events that are next, sorted: the first lies at the end of the array, where it leaves without moving others. Up to
 * some dozens, inserting by shifting was measured to cost less than a heap (releng/adr/0007-event-list.md). An event
 * goes behind those of the same time, so no sequence is kept.
 */
final class NearEvents {
    /** The largest number of events. */
    static final int CAPACITY = 64;

    /** Time and payload of each event. */
    private final long[] entries = new long[2 * CAPACITY];
    /** Twice the number of events. */
    private int end;

    boolean isEmpty() {
        return end == 0;
    }

    boolean isFull() {
        return end == entries.length;
    }

    /** The time of the first event; only if there is one. */
    long headTime() {
        return entries[end - 2];
    }

    /** The payload of the first event; only if there is one. */
    long headPayload() {
        return entries[end - 1];
    }

    /** Drops the first event; only if there is one. */
    void removeHead() {
        end -= 2;
    }

    /** Adds an event; only if there is room. */
    void push(long time, long payload) {
        long[] sorted = entries;
        int slot = end;
        end += 2;
        while (slot > 0 && sorted[slot - 2] <= time) {
            sorted[slot] = sorted[slot - 2];
            sorted[slot + 1] = sorted[slot - 1];
            slot -= 2;
        }
        sorted[slot] = time;
        sorted[slot + 1] = payload;
    }

    void clear() {
        end = 0;
    }
}

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

    /**
     * Among up to so many entries, twice the number of events, an event finds its place without a branch: which of a few events is
     * later cannot be foretold, and a branch foretold wrongly costs more than to look at all of them. Hold model, CPU ns with 2, 4,
     * 6 and 8 events pending: 4.0, 5.9, 7.9 and 10.9, by the loop with a branch 6.9, 10.9, 11.3 and 11.6; with 12, 15.9 and 12.9.
     */
    private static final int FEW = 16;

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
        if (end <= FEW) {
            pushAmongFew(time, payload);
            return;
        }
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

    /** Goes from the last event to the first, leaves the later one of each and the new one, and takes the other along. */
    private void pushAmongFew(long time, long payload) {
        long[] sorted = entries;
        int slot = end;
        end += 2;
        long carriedTime = time;
        long carriedPayload = payload;
        for (int i = 0; i < slot; i += 2) {
            // Times are not negative, so that their difference has the right sign: all ones if they are to be exchanged.
            long exchanged = sorted[i] - carriedTime - 1 >> Long.SIZE - 1;
            long times = (sorted[i] ^ carriedTime) & exchanged;
            long payloads = (sorted[i + 1] ^ carriedPayload) & exchanged;
            sorted[i] ^= times;
            sorted[i + 1] ^= payloads;
            carriedTime ^= times;
            carriedPayload ^= payloads;
        }
        sorted[slot] = carriedTime;
        sorted[slot + 1] = carriedPayload;
    }

    void clear() {
        end = 0;
    }
}

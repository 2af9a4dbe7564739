// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import java.util.Arrays;

/**
 * Memory for lists of events: each bucket is a chain of small chunks, all chunks lie in one array. A bucket is known by three
 * numbers in an array of its owner; three zeros are an empty bucket. Events keep the order of appending.
 */
final class EventBuckets {
    /** The numbers of a bucket: first entry, entry after the last, count of entries. */
    static final int STRIDE = 3;
    static final int HEAD = 0;
    static final int TAIL = 1;
    static final int COUNT = 2;
    /** Entries in a chunk: 256 bytes of time and payload, of which reading fetches four whole cache lines. */
    private static final int CHUNK = 16;
    private static final int WITHIN_CHUNK = CHUNK - 1;
    private static final int NONE = -1;
    private static final int MAXIMUM_CHUNKS = (Integer.MAX_VALUE - 8) / (2 * CHUNK);

    private long[] entries = new long[0];
    /** The chunk after each, of its bucket or of those that are free. */
    private int[] next = new int[0];
    private int used;
    private int free = NONE;

    void append(int[] buckets, int bucket, long time, long payload) {
        int tail = buckets[bucket + TAIL];
        if ((tail & WITHIN_CHUNK) == 0) {
            tail = extend(buckets, bucket);
        }
        entries[2 * tail] = time;
        entries[2 * tail + 1] = payload;
        buckets[bucket + TAIL] = tail + 1;
        buckets[bucket + COUNT]++;
    }

    long time(int entry) {
        return entries[2 * entry];
    }

    long payload(int entry) {
        return entries[2 * entry + 1];
    }

    /** The entry after one that is not the last of its bucket. */
    int after(int entry) {
        return (entry & WITHIN_CHUNK) < WITHIN_CHUNK ? entry + 1 : next[entry / CHUNK] * CHUNK;
    }

    /** Takes the first entry out of a bucket that is not empty; it can be read until something is appended. */
    int removeHead(int[] buckets, int bucket) {
        int head = buckets[bucket + HEAD];
        int left = --buckets[bucket + COUNT];
        if (left == 0) {
            release(head / CHUNK);
            buckets[bucket + TAIL] = 0;
        } else {
            buckets[bucket + HEAD] = after(head);
            if ((head & WITHIN_CHUNK) == WITHIN_CHUNK) {
                release(head / CHUNK);
            }
        }
        return head;
    }

    /** Frees all memory at once; all buckets are void. */
    void clear() {
        used = 0;
        free = NONE;
    }

    private void release(int chunk) {
        next[chunk] = free;
        free = chunk;
    }

    private int extend(int[] buckets, int bucket) {
        int chunk = free;
        if (chunk != NONE) {
            free = next[chunk];
        } else {
            if (used == next.length) {
                grow();
            }
            chunk = used++;
        }
        if (buckets[bucket + COUNT] == 0) {
            buckets[bucket + HEAD] = chunk * CHUNK;
        } else {
            next[(buckets[bucket + TAIL] - 1) / CHUNK] = chunk;
        }
        return chunk * CHUNK;
    }

    private void grow() {
        if (used == MAXIMUM_CHUNKS) {
            throw new IllegalStateException("more than about " + (long) MAXIMUM_CHUNKS * CHUNK + " events are pending");
        }
        int chunks = Math.min(Math.max(2 * used, 64), MAXIMUM_CHUNKS);
        entries = Arrays.copyOf(entries, chunks * 2 * CHUNK);
        next = Arrays.copyOf(next, chunks);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import java.util.Arrays;

/**
 * Hands out row numbers of tables that consist of parallel arrays, as {@link Slots} does, and finds a row by its key of 64 bits. The
 * index holds row numbers only and compares with the key of the row: 14 to 20 bytes a row, open addressing with linear probing at a load
 * of one third to two thirds. Not thread-safe. (The bundle may import only model and sim, and boxing would cost an allocation
 * an event.)
 */
public final class KeyedSlots {

    private static final int LARGEST_INDEX = 1 << 30;

    private final Slots slots = new Slots();
    private long[] keys = new long[slots.capacity()];
    /** Row number and one; 0 is free. */
    private int[] index = new int[64];

    /** The row of a key, or -1. */
    public int find(long key) {
        int[] places = index;
        int mask = places.length - 1;
        for (int i = hash(key) & mask;; i = i + 1 & mask) {
            int row = places[i] - 1;
            if (row < 0 || keys[row] == key) {
                return row;
            }
        }
    }

    /** A row for a key that has none. Columns hold what the row's last user left there. */
    public int take(long key) {
        if (slots.live() * 3L >= index.length * 2L) {
            grow();
        }
        int row = slots.take();
        if (row >= keys.length) {
            keys = Arrays.copyOf(keys, slots.capacity());
        }
        keys[row] = key;
        insert(row);
        return row;
    }

    /** Gives a row back; its key has no row any more. */
    public void release(int row) {
        int mask = index.length - 1;
        int gap = hash(keys[row]) & mask;
        while (index[gap] != row + 1) {
            gap = gap + 1 & mask;
        }
        for (int i = gap + 1 & mask; index[i] != 0; i = i + 1 & mask) {
            int home = hash(keys[index[i] - 1]) & mask;
            if ((i - home & mask) >= (i - gap & mask)) {
                index[gap] = index[i];
                gap = i;
            }
        }
        index[gap] = 0;
        slots.release(row);
    }

    /** So many more rows will be taken soon; see {@link Slots#expect}. */
    public void expect(int rows) {
        slots.expect(rows);
        while (index.length < LARGEST_INDEX && (slots.live() + (long) rows) * 3 >= index.length * 2L) {
            grow();
        }
    }

    /** The key of a row that is taken. */
    public long key(int row) {
        return keys[row];
    }

    /** Columns must be at least this long. */
    public int capacity() {
        return slots.capacity();
    }

    /** Rows 0 to this number, exclusive, have been used at some time. */
    public int highWater() {
        return slots.highWater();
    }

    private void insert(int row) {
        int mask = index.length - 1;
        int i = hash(keys[row]) & mask;
        while (index[i] != 0) {
            i = i + 1 & mask;
        }
        index[i] = row + 1;
    }

    private void grow() {
        if (index.length == LARGEST_INDEX) {
            throw new IllegalStateException("more than " + slots.live() + " rows");
        }
        int[] old = index;
        index = new int[old.length * 2];
        for (int place : old) {
            if (place != 0) {
                insert(place - 1);
            }
        }
    }

    private static int hash(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 32);
    }
}

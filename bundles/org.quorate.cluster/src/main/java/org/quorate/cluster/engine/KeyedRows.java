// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

/**
 * A table whose rows are found by a key of 64 bits. The index holds row numbers only and compares with the key in the row, which
 * is wanted next anyway: 6 to 12 bytes a row, open addressing with linear probing. Fields of subclasses begin with {@link #FIELDS}.
 * Not thread-safe.
 */
public class KeyedRows extends Rows {

    /** The first field that a subclass may use. */
    protected static final int FIELDS = 2;
    private static final int KEY = 0;
    private static final int FREE = 0;
    private static final int NONE = -1;
    private static final int LARGEST_INDEX = 1 << 30;

    /** Row number and one. */
    private int[] index = new int[64];
    private int size;

    /**
     * An empty table.
     *
     * @param width integers a row, key and fields
     */
    protected KeyedRows(int width) {
        super(width);
    }

    /** The row of a key, or -1. */
    public final int find(long key) {
        int[] places = index;
        int mask = places.length - 1;
        for (int i = hash(key) & mask; places[i] != FREE; i = i + 1 & mask) {
            int row = places[i] - 1;
            if (getLong(row, KEY) == key) {
                return row;
            }
        }
        return NONE;
    }

    /** A new row for a key that has none. */
    protected final int take(long key) {
        if (size * 3L >= index.length * 2L) {
            grow();
        }
        int row = take();
        setLong(row, KEY, key);
        insert(key, row);
        size++;
        return row;
    }

    /** The row goes, its key with it. */
    protected final void remove(int row) {
        long key = getLong(row, KEY);
        int mask = index.length - 1;
        int i = hash(key) & mask;
        while (index[i] != row + 1) {
            i = i + 1 & mask;
        }
        closeGap(i, mask);
        size--;
        release(row);
    }

    private void closeGap(int start, int mask) {
        int gap = start;
        for (int i = gap + 1 & mask; index[i] != FREE; i = i + 1 & mask) {
            int home = hash(getLong(index[i] - 1, KEY)) & mask;
            if ((i - home & mask) >= (i - gap & mask)) {
                index[gap] = index[i];
                gap = i;
            }
        }
        index[gap] = FREE;
    }

    private void insert(long key, int row) {
        int mask = index.length - 1;
        int i = hash(key) & mask;
        while (index[i] != FREE) {
            i = i + 1 & mask;
        }
        index[i] = row + 1;
    }

    private void grow() {
        if (index.length == LARGEST_INDEX) {
            throw new IllegalStateException("more than " + size + " rows");
        }
        int[] old = index;
        index = new int[old.length * 2];
        for (int place : old) {
            if (place != FREE) {
                insert(getLong(place - 1, KEY), place - 1);
            }
        }
    }

    private static int hash(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 32);
    }
}

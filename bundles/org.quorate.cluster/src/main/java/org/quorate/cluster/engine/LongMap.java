// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

/**
 * From a long key to an index, open addressing with linear probing, key beside value in one array: a look-up touches one cache
 * line, mostly. 32 to 64 bytes an entry, at a load of one quarter to one half. Not thread-safe. (The bundle may import only model
 * and sim, and boxing would cost an allocation an event.)
 */
public final class LongMap {

    private static final long FREE = Long.MIN_VALUE;

    /** Key and value of each place in turn. */
    private long[] table;
    private int size;

    public LongMap() {
        table = empty(64);
    }

    private static long[] empty(int places) {
        return freed(new long[2 * places]);
    }

    private static long[] freed(long[] entries) {
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = FREE;
        }
        return entries;
    }

    /** The value of a key, or -1. */
    public int get(long key) {
        long[] entries = table;
        int mask = entries.length - 2;
        for (int i = hash(key) & mask;; i = i + 2 & mask) {
            if (entries[i] == key) {
                return (int) entries[i + 1];
            }
            if (entries[i] == FREE) {
                return -1;
            }
        }
    }

    /** Sets the value (0 or more) of a key. */
    public void put(long key, int value) {
        if (size * 4L >= table.length) {
            grow();
        }
        long[] entries = table;
        int mask = entries.length - 2;
        int i = hash(key) & mask;
        while (entries[i] != FREE && entries[i] != key) {
            i = i + 2 & mask;
        }
        if (entries[i] == FREE) {
            entries[i] = key;
            size++;
        }
        entries[i + 1] = value;
    }

    /** Removes a key if it is there. */
    public void remove(long key) {
        int mask = table.length - 2;
        int i = hash(key) & mask;
        while (table[i] != key) {
            if (table[i] == FREE) {
                return;
            }
            i = i + 2 & mask;
        }
        size--;
        closeGap(i, mask);
    }

    private void closeGap(int start, int mask) {
        int gap = start;
        for (int i = gap + 2 & mask; table[i] != FREE; i = i + 2 & mask) {
            int home = hash(table[i]) & mask;
            if ((i - home & mask) >= (i - gap & mask)) {
                table[gap] = table[i];
                table[gap + 1] = table[i + 1];
                gap = i;
            }
        }
        table[gap] = FREE;
    }

    public int size() {
        return size;
    }

    /** Removes every key; keeps the room unless it is far too large. */
    public void clear() {
        if (size > 0) {
            boolean tooLarge = table.length > 128 && size * 128L < table.length;
            table = tooLarge ? empty(table.length / 4) : freed(table);
            size = 0;
        }
    }

    private void grow() {
        if (table.length >= 1 << 30) {
            throw new IllegalStateException("more than " + size + " entries");
        }
        long[] old = table;
        table = empty(old.length);
        size = 0;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != FREE) {
                put(old[i], (int) old[i + 1]);
            }
        }
    }

    private static int hash(long key) {
        long h = key * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 31);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import java.util.Arrays;

/**
 * From a long key to an index, open addressing with linear probing, in primitive arrays. 12 bytes an entry at a load of one
 * half at most. Not thread-safe. (The bundle may import only model and sim, and boxing would cost an allocation an event.)
 */
public final class LongMap {

    private static final long FREE = Long.MIN_VALUE;

    private long[] keys;
    private int[] values;
    private int size;

    public LongMap() {
        keys = new long[64];
        values = new int[64];
        Arrays.fill(keys, FREE);
    }

    /** The value of a key, or -1. */
    public int get(long key) {
        int mask = keys.length - 1;
        for (int i = hash(key) & mask;; i = i + 1 & mask) {
            if (keys[i] == key) {
                return values[i];
            }
            if (keys[i] == FREE) {
                return -1;
            }
        }
    }

    /** Sets the value (0 or more) of a key. */
    public void put(long key, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int i = hash(key) & mask;
        while (keys[i] != FREE && keys[i] != key) {
            i = i + 1 & mask;
        }
        if (keys[i] == FREE) {
            keys[i] = key;
            size++;
        }
        values[i] = value;
    }

    /** Removes a key if it is there. */
    public void remove(long key) {
        int mask = keys.length - 1;
        int i = hash(key) & mask;
        while (keys[i] != key) {
            if (keys[i] == FREE) {
                return;
            }
            i = i + 1 & mask;
        }
        size--;
        closeGap(i, mask);
    }

    private void closeGap(int start, int mask) {
        int gap = start;
        for (int i = gap + 1 & mask; keys[i] != FREE; i = i + 1 & mask) {
            int home = hash(keys[i]) & mask;
            if ((i - home & mask) >= (i - gap & mask)) {
                keys[gap] = keys[i];
                values[gap] = values[i];
                gap = i;
            }
        }
        keys[gap] = FREE;
    }

    public int size() {
        return size;
    }

    /** Removes every key; keeps the room unless it is far too large. */
    public void clear() {
        if (size > 0) {
            if (keys.length > 64 && size * 64 < keys.length) {
                keys = new long[keys.length / 2];
                values = new int[keys.length];
            }
            Arrays.fill(keys, FREE);
            size = 0;
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[keys.length];
        Arrays.fill(keys, FREE);
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                put(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static int hash(long key) {
        long h = key * 0x9E3779B97F4A7C15L;
        return (int) (h >>> 32);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import java.util.Arrays;

/**
 * Hands out row numbers of tables that consist of parallel arrays, and takes them back. Tables grow their columns by
 * {@link #capacity()}. Not thread-safe.
 */
public final class Slots {

    /** Larger tables grow by a quarter only: what is copied costs less than what would lie idle. */
    private static final int LARGE = 1 << 20;

    private int[] free = new int[16];
    private int freeCount;
    private int used;
    private int capacity = 64;

    /** A row that nobody uses. Its columns hold what the last user left there. */
    public int take() {
        if (freeCount > 0) {
            return free[--freeCount];
        }
        if (used == capacity) {
            capacity += capacity < LARGE ? capacity : capacity / 4;
        }
        return used++;
    }

    /** Gives a row back. */
    public void release(int slot) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = slot;
    }

    /** So many more rows, and some, will be taken soon: columns that grow once need not be copied again and again. */
    public void expect(int rows) {
        capacity = Math.max(capacity, Math.addExact(used, rows + rows / 16));
    }

    /** Columns must be at least this long. */
    public int capacity() {
        return capacity;
    }

    /** Rows 0 to this number, exclusive, have been used at some time. */
    public int highWater() {
        return used;
    }

    /** Rows in use. */
    public int live() {
        return used - freeCount;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import java.util.Arrays;

/**
 * A table of integers: the fields of a row lie side by side, so that whoever looks at a lock touches one or two cache lines, and
 * rows lie in blocks of their own, so that a table grows without copying and takes the memory of the rows that it had at most. Rows are
 * taken and given back; a row taken anew holds what its last user left. A subclass names the fields. Not thread-safe.
 */
public class Rows {

    private static final int BLOCK_BITS = 10;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final long LOW = 0xFFFF_FFFFL;

    private final int width;
    private int[][] blocks = new int[8][];
    private final Slots slots = new Slots();
    private int capacity;

    /**
     * An empty table.
     *
     * @param width integers a row, at least 1; a long takes two
     */
    protected Rows(int width) {
        this.width = width;
    }

    /** A row that nobody uses. */
    protected final int take() {
        int row = slots.take();
        if (row == capacity) {
            if (capacity >>> BLOCK_BITS == blocks.length) {
                blocks = Arrays.copyOf(blocks, blocks.length * 2);
            }
            blocks[capacity >>> BLOCK_BITS] = new int[BLOCK * width];
            capacity += BLOCK;
        }
        return row;
    }

    /** Gives a row back. */
    protected final void release(int row) {
        slots.release(row);
    }

    /** Rows 0 to this, exclusive, have been used. */
    public final int highWater() {
        return slots.highWater();
    }

    public final int get(int row, int field) {
        return blocks[row >>> BLOCK_BITS][(row & BLOCK - 1) * width + field];
    }

    public final void set(int row, int field, int value) {
        blocks[row >>> BLOCK_BITS][(row & BLOCK - 1) * width + field] = value;
    }

    public final void add(int row, int field, int value) {
        blocks[row >>> BLOCK_BITS][(row & BLOCK - 1) * width + field] += value;
    }

    public final boolean is(int row, int field) {
        return get(row, field) != 0;
    }

    public final void set(int row, int field, boolean value) {
        set(row, field, value ? 1 : 0);
    }

    /** A field of two integers. */
    public final long getLong(int row, int field) {
        int[] block = blocks[row >>> BLOCK_BITS];
        int at = (row & BLOCK - 1) * width + field;
        return block[at] & LOW | (long) block[at + 1] << 32;
    }

    /** Sets a field of two integers. */
    public final void setLong(int row, int field, long value) {
        int[] block = blocks[row >>> BLOCK_BITS];
        int at = (row & BLOCK - 1) * width + field;
        block[at] = (int) value;
        block[at + 1] = (int) (value >>> 32);
    }
}

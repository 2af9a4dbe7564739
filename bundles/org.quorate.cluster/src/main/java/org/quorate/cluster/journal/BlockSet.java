// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.journal;

import java.util.Arrays;
import org.quorate.cluster.engine.LongMap;

/** A set of block addresses that keeps its array from use to use. Not thread-safe. */
public final class BlockSet {

    private final LongMap positions = new LongMap();
    private long[] addresses = new long[64];
    private int size;

    /** Adds an address; false if it was there. */
    public boolean add(long address) {
        if (positions.get(address) >= 0) {
            return false;
        }
        if (size == addresses.length) {
            addresses = Arrays.copyOf(addresses, size * 2);
        }
        positions.put(address, size);
        addresses[size++] = address;
        return true;
    }

    /** Removes an address, if it is there; the order of the others may change. */
    public void remove(long address) {
        int position = positions.get(address);
        if (position >= 0) {
            positions.remove(address);
            size--;
            if (position < size) {
                addresses[position] = addresses[size];
                positions.put(addresses[position], position);
            }
        }
    }

    /** True if the address is in the set. */
    public boolean contains(long address) {
        return positions.get(address) >= 0;
    }

    public int size() {
        return size;
    }

    /** The addresses, in the first {@link #size()} elements; the caller may reorder them if it clears the set next. */
    public long[] addresses() {
        return addresses;
    }

    /** Moves all addresses to another set. */
    public void moveTo(BlockSet other) {
        for (int i = 0; i < size; i++) {
            other.add(addresses[i]);
        }
        clear();
    }

    /** Removes all. */
    public void clear() {
        positions.clear();
        size = 0;
    }
}

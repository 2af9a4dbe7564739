// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.listing;

import java.util.Arrays;

/** A set of hashes of 64 bits, up to a number of them, in 16 to 32 bytes each. Used by one thread. */
final class Hashes {

    private final int most;
    /** Open addressing, at most half full; 0 is a free place. */
    private long[] places = new long[1024];
    private int size;
    private boolean zero;
    private boolean cut;

    Hashes(int most) {
        this.most = most;
    }

    /** True if it is new; false if it is known, or there is no room for it. */
    boolean add(long hash) {
        if (contains(hash)) {
            return false;
        }
        if (size == most) {
            cut = true;
            return false;
        }
        size++;
        zero |= hash == 0;
        if (hash != 0) {
            if (2 * size > places.length) {
                grow();
            }
            places[place(hash)] = hash;
        }
        return true;
    }

    boolean contains(long hash) {
        return hash == 0 ? zero : places[place(hash)] == hash;
    }

    /** Where it is, or would be. */
    private int place(long hash) {
        int at = (int) mixed(hash) & places.length - 1;
        while (places[at] != 0 && places[at] != hash) {
            at = at + 1 & places.length - 1;
        }
        return at;
    }

    /** The finalizer of MurmurHash3: names that were made to fall on one place of FNV-1a do not. */
    private static long mixed(long hash) {
        long first = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        long second = (first ^ first >>> 33) * 0xc4ceb9fe1a85ec53L;
        return second ^ second >>> 33;
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        Arrays.stream(before).filter(hash -> hash != 0).forEach(hash -> places[place(hash)] = hash);
    }

    /** Some found no room. */
    boolean cut() {
        return cut;
    }
}

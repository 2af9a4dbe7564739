// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

/**
 * Neighbouring blocks, or inodes.
 *
 * @param start  the first
 * @param length at least 1
 */
record Extent(long start, long length) {

    Extent {
        if (length < 1) {
            throw new IllegalArgumentException("an extent of " + length);
        }
    }

    /** Behind the last. */
    long end() {
        return start + length;
    }

    /** How many are in both. */
    long overlap(Extent other) {
        return Math.max(0, Math.min(end(), other.end()) - Math.max(start, other.start));
    }
}

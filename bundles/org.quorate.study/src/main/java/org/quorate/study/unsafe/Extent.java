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
}

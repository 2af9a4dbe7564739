// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import java.util.Arrays;

/**
 * From a number to an index, in pages that are made when a number in them is first set: two loads a look-up, no hashing. 4 bytes a
 * number where numbers lie close together, at most 4 KiB where they do not. Not thread-safe.
 */
public final class IntIndex {

    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int NONE = -1;
    private static final int[] NO_PAGE = {};

    private int[][] pages = new int[16][];

    public IntIndex() {
        Arrays.fill(pages, NO_PAGE);
    }

    /** The value of a number, or -1. */
    public int get(int number) {
        int page = number >>> PAGE_BITS;
        if (page >= pages.length || pages[page].length == 0) {
            return NONE;
        }
        return pages[page][number & PAGE - 1];
    }

    /** Sets the value of a number of 0 or more. */
    public void put(int number, int value) {
        int page = number >>> PAGE_BITS;
        if (page >= pages.length) {
            int old = pages.length;
            pages = Arrays.copyOf(pages, Math.max(page + 1, old * 2));
            Arrays.fill(pages, old, pages.length, NO_PAGE);
        }
        if (pages[page].length == 0) {
            pages[page] = new int[PAGE];
            Arrays.fill(pages[page], NONE);
        }
        pages[page][number & PAGE - 1] = value;
    }
}

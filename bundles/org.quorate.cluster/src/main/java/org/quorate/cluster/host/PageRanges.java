// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.Arrays;

/** A set of pages of a file as sorted ranges that neither touch nor overlap. Not thread-safe. */
final class PageRanges {

    /** First page of each range, then the page after its last one. */
    private int[] bounds = new int[8];
    private int size;

    /** Adds the pages from {@code first} to {@code end}, exclusive; returns how many of them are new. */
    int add(int first, int end) {
        int from = range(first - 1);
        int to = from;
        int low = first;
        int high = end;
        int covered = 0;
        while (to < size && bounds[to] <= end) {
            covered += overlap(to, first, end);
            low = Math.min(low, bounds[to]);
            high = Math.max(high, bounds[to + 1]);
            to += 2;
        }
        replace(from, to);
        bounds[from] = low;
        bounds[from + 1] = high;
        return end - first - covered;
    }

    /** Forgets all pages. */
    void clear() {
        size = 0;
    }

    /** Makes room for one range in place of those from an index to another. */
    private void replace(int from, int to) {
        int grown = size - (to - from) + 2;
        if (grown > bounds.length) {
            bounds = Arrays.copyOf(bounds, grown * 2);
        }
        System.arraycopy(bounds, to, bounds, from + 2, size - to);
        size = grown;
    }

    private int overlap(int range, int first, int end) {
        return Math.max(0, Math.min(end, bounds[range + 1]) - Math.max(first, bounds[range]));
    }

    /** Index of the first range that ends after a page. */
    private int range(int page) {
        int low = 0;
        int high = size / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bounds[middle * 2 + 1] > page) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low * 2;
    }

    /** The first page from {@code first} on that is not in the set. */
    int firstMissing(int first) {
        int range = range(first);
        return range < size && bounds[range] <= first ? bounds[range + 1] : first;
    }

    /** The first page from {@code first} on that is in the set; {@code end} if there is none before that. */
    int firstPresent(int first, int end) {
        int range = range(first);
        return range < size ? Math.min(end, Math.max(first, bounds[range])) : end;
    }
}

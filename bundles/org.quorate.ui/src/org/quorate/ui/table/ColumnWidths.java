// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.table;

import java.util.List;
import java.util.stream.IntStream;

/** Shares out the width of a table, so that its last column is seen without scrolling. Pure functions. */
public final class ColumnWidths {

    /** Of a column of words, in pixels: some words are read in it. */
    private static final int LEAST = 110;

    private ColumnWidths() {
    }

    /**
     * Widths of columns. Where there is not enough room, columns of words give away what they have beyond the least, each the same
     * share; figures are never cut.
     *
     * @param wanted  in pixels; 0: hidden, and stays so
     * @param numbers true for columns of figures
     * @param room    for all of them
     */
    public static List<Integer> fit(List<Integer> wanted, List<Boolean> numbers, int room) {
        int missing = wanted.stream().mapToInt(Integer::intValue).sum() - room;
        int spare = IntStream.range(0, wanted.size()).map(i -> spare(wanted, numbers, i)).sum();
        if (missing <= 0 || spare == 0) {
            return wanted;
        }
        double share = Math.min(1, missing / (double) spare);
        return IntStream.range(0, wanted.size()).map(i -> wanted.get(i) - (int) Math.ceil(share * spare(wanted, numbers, i))).boxed().toList();
    }

    private static int spare(List<Integer> wanted, List<Boolean> numbers, int column) {
        return numbers.get(column) ? 0 : Math.max(0, wanted.get(column) - LEAST);
    }
}

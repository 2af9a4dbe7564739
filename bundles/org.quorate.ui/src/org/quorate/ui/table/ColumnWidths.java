// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.table;

import java.util.List;
import java.util.stream.IntStream;

/** Shares out the width of a table, so that its last column is seen without scrolling. Pure functions. */
public final class ColumnWidths {

    /** Of a column of words that gives way, in pixels: some words are read in it. */
    private static final int LEAST = 110;

    private ColumnWidths() {
    }

    /**
     * Widths of columns. Where there is not enough room, the widest columns of words give way, down to a common width; narrow ones and
     * fixed ones are never cut.
     *
     * @param wanted  in pixels; 0: hidden, and stays so
     * @param fixed   true for columns of figures, and for those whose width somebody has chosen: they do not give way
     * @param room    for all of them
     */
    public static List<Integer> fit(List<Integer> wanted, List<Boolean> fixed, int room) {
        int most = wanted.stream().mapToInt(Integer::intValue).max().orElse(0);
        while (most > LEAST && sum(cut(wanted, fixed, most)) > room) {
            most--;
        }
        return cut(wanted, fixed, most);
    }

    private static List<Integer> cut(List<Integer> wanted, List<Boolean> fixed, int most) {
        return IntStream.range(0, wanted.size()).mapToObj(i -> fixed.get(i) ? wanted.get(i) : Integer.valueOf(Math.min(wanted.get(i), most))).toList();
    }

    private static int sum(List<Integer> widths) {
        return widths.stream().mapToInt(Integer::intValue).sum();
    }
}

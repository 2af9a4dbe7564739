// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.List;
import java.util.Set;

/** Rows of cells as text, columns as wide as they need, the first row a dim heading. Pure functions. */
final class Columns {

    private static final String GAP = "  ";

    private Columns() {
    }

    /**
     * Adds the rows, a line each. Where a row has fewer cells than the first one, its last cell runs on freely.
     *
     * @param words columns that are aligned at the left, by their numbers; the others are figures, at the right
     */
    static void write(StringBuilder out, Style style, List<List<String>> rows, Set<Integer> words) {
        write(out, style, GAP, rows, words);
    }

    /**
     * The same with another margin.
     *
     * @param margin before the first column
     */
    static void write(StringBuilder out, Style style, String margin, List<List<String>> rows, Set<Integer> words) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                boolean runsOn = i == row.size() - 1 && row.size() < widths.length;
                widths[i] = Math.max(widths[i], runsOn ? 0 : Plain.line(row.get(i)).length());
            }
        }
        boolean first = true;
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String text = Plain.line(row.get(i));
                String blanks = " ".repeat(Math.max(0, widths[i] - text.length()));
                line.append(i == 0 ? margin : GAP).append(words.contains(i) ? text + blanks : blanks + text);
            }
            String text = line.toString().stripTrailing();
            out.append(first ? style.dim(text) : text).append('\n');
            first = false;
        }
    }
}

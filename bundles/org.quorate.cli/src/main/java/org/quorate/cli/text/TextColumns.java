// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.List;

/** Rows in columns as wide as they need, a header first, all at the right. Pure functions. */
final class TextColumns {

    private static final String GAP = "  ";

    private TextColumns() {
    }

    /** Every row has as many cells as the header. */
    static void write(StringBuilder out, List<List<String>> rows, Style style) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Plain.line(row.get(i)).length());
            }
        }
        boolean header = true;
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String text = Plain.line(row.get(i));
                line.append(GAP).append(" ".repeat(widths[i] - text.length())).append(text);
            }
            out.append(header ? style.dim(line.toString()) : line).append('\n');
            header = false;
        }
    }
}

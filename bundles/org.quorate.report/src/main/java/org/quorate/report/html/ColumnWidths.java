// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.text.UnbrokenFigures;
import org.quorate.report.text.VisibleText;

/**
 * How a table stands on paper so that nothing of it is cut off: in smaller type if it has to be, then across the page, and only then with
 * broken words.
 *
 * @param millimetres of the columns, the whole page wide
 * @param points      size of the type
 * @param across      on a page in landscape
 * @param crowded     even a figure may be broken
 */
record ColumnWidths(double[] millimetres, double points, boolean across, boolean crowded) {

    /** Of A4 less the margins of the style sheet. */
    static final double PAGE = 174;
    private static final double PAGE_ACROSS = 261;
    /** From large to small: the type of the text, and no smaller than what is still read on paper. */
    private static final double[] SIZES = {9.5, 8.5, 7.5};
    private static final double[] SIZES_ACROSS = {8.5, 7.5, 6.5};
    private static final double MILLIMETRES_A_POINT = 25.4 / 72;
    /** On both sides of a cell as in the style sheet, and a hair for rounding. */
    private static final double PADDING = 3.4;
    /** A longer word may be broken. */
    private static final double LONGEST_WORD = 45;
    /** More than this of one line is not asked for at the cost of other columns. */
    private static final double LONGEST_LINE = 110;
    /** Of a line by the size of its type, in the style sheet. */
    private static final double LINE = 1.4;
    /** Above and below the lines of a row, and the rule. */
    private static final double ROW_PADDING = 2;
    private static final Pattern SPACES = Pattern.compile("[ \\t\\n]+");

    /** The first way in which everything has its room. */
    static ColumnWidths of(Table table, ChartPainter ruler) {
        Needs needs = Needs.of(table, ruler);
        for (double points : SIZES) {
            if (needs.least(points) <= PAGE) {
                return new ColumnWidths(needs.shared(points, PAGE), points, false, false);
            }
        }
        for (double points : SIZES_ACROSS) {
            if (needs.least(points) <= PAGE_ACROSS) {
                return new ColumnWidths(needs.shared(points, PAGE_ACROSS), points, true, false);
            }
        }
        double smallest = SIZES_ACROSS[SIZES_ACROSS.length - 1];
        return new ColumnWidths(needs.shared(smallest, PAGE_ACROSS), smallest, true, true);
    }

    /** About how high the rows are, in millimetres, by the longest cell of each. */
    double height(Table table, ChartPainter ruler) {
        double line = points * LINE * MILLIMETRES_A_POINT;
        double height = 0;
        for (Table.Row row : table.rows()) {
            double lines = 1;
            for (int i = 0; row instanceof CellRow cells && i < millimetres.length; i++) {
                double room = millimetres[i] - PADDING;
                lines = Math.max(lines, Needs.pieces(cells.cells().get(i)).filter(text -> !text.isEmpty())
                        .mapToDouble(text -> Math.ceil(ruler.widthOf(text, false) * points * MILLIMETRES_A_POINT / room)).sum());
            }
            height += lines * line + ROW_PADDING;
        }
        return height;
    }

    /** Of each column in ems: its longest word, and its longest text on one line. */
    private record Needs(double[] words, double[] lines) {

        static Needs of(Table table, ChartPainter ruler) {
            double[] words = new double[table.columns().size()];
            double[] lines = new double[table.columns().size()];
            for (int i = 0; i < words.length; i++) {
                int column = i;
                // The row of titles is bold.
                for (String word : SPACES.split(VisibleText.lines(table.columns().get(i).title()))) {
                    words[i] = Math.max(words[i], ruler.widthOf(word, true));
                }
                lines[i] = ruler.widthOf(table.columns().get(i).title(), true);
                table.rows().stream().filter(CellRow.class::isInstance).flatMap(row -> pieces(((CellRow) row).cells().get(column)))
                        .map(VisibleText::lines).forEach(text -> {
                            lines[column] = Math.max(lines[column], ruler.widthOf(text, false));
                            for (String word : SPACES.split(text)) {
                                words[column] = Math.max(words[column], ruler.widthOf(word, false));
                            }
                        });
            }
            return new Needs(words, lines);
        }

        /** Lines of a cell; spaces that are no place to break it are none here either. */
        private static Stream<String> pieces(Cell cell) {
            if (cell instanceof Cell.Amount amount) {
                return Stream.of(amount.quantity().text().replace(' ', '\u00a0'), amount.remark());
            }
            return Stream.of(UnbrokenFigures.in(cell.plain()));
        }

        double least(double points) {
            return Arrays.stream(words).map(em -> word(em, points)).sum();
        }

        private static double word(double em, double points) {
            return Math.min(LONGEST_WORD, em * points * MILLIMETRES_A_POINT) + PADDING;
        }

        /** Each column its longest word, and of what is left as much as its lines would like, or all alike more. */
        double[] shared(double points, double page) {
            double[] least = Arrays.stream(words).map(em -> word(em, points)).toArray();
            double[] wishes = new double[least.length];
            for (int i = 0; i < wishes.length; i++) {
                wishes[i] = Math.max(0, Math.min(LONGEST_LINE, lines[i] * points * MILLIMETRES_A_POINT) + PADDING - least[i]);
            }
            double left = page - Arrays.stream(least).sum();
            double wished = Arrays.stream(wishes).sum();
            double granted = wished == 0 || left <= 0 ? 0 : Math.min(1, left / wished);
            double[] shared = new double[least.length];
            for (int i = 0; i < shared.length; i++) {
                shared[i] = least[i] + granted * wishes[i];
            }
            double stretch = page / Arrays.stream(shared).sum();
            return Arrays.stream(shared).map(width -> width * stretch).toArray();
        }
    }
}

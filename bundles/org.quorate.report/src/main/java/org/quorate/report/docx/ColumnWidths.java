// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.CellRow;

/**
 * How wide the columns of a table are: word processors do not agree on it when they are left to choose. No word is broken as
 * long as there is room for all; what is left goes to the columns that would wrap.
 */
final class ColumnWidths {

    /** Of a character of 9 points, in twentieths of a point: digits of Arial are 0.556 of their height. */
    private static final int CHARACTER = 104;
    /** Bold, as titles are. */
    private static final int BOLD = 118;
    /** On both sides of a cell together. */
    private static final int MARGINS = 180;
    /** Characters of a word that may be broken, and of a line and of a title that may be wrapped. */
    private static final int LONG_WORD = 24;
    private static final int LONG_LINE = 60;
    private static final int LONG_TITLE = 18;
    /** Times the mean length of the lines of a column. */
    private static final double USUAL = 2.5;

    /** Of the small letters of a table with very many columns, beside the usual ones. */
    private static final double SMALL = 0.72;

    private ColumnWidths() {
    }

    /** Whether the words of a table fit the page in small letters only, if at all. */
    static boolean crowded(Table table, int page) {
        return needed(table, 1) > page;
    }

    /** Of each column, in twentieths of a point; together they are as wide as the page. */
    static int[] of(Table table, int page) {
        double letters = crowded(table, page) ? SMALL : 1;
        int count = table.columns().size();
        double[] least = new double[count];
        double[] wanted = new double[count];
        for (int i = 0; i < count; i++) {
            least[i] = least(table, i, letters);
            wanted[i] = Math.max(least[i], wanted(table, i, letters));
        }
        double missing = Arrays.stream(wanted).sum() - page;
        double given = Arrays.stream(wanted).sum() - Arrays.stream(least).sum();
        if (missing > 0 && given > missing) {
            for (int i = 0; i < count; i++) {
                wanted[i] -= missing * (wanted[i] - least[i]) / given;
            }
        }
        return scaled(missing > 0 && given <= missing ? least : wanted, page);
    }

    private static double needed(Table table, double letters) {
        return IntStream.range(0, table.columns().size()).mapToDouble(column -> least(table, column, letters)).sum();
    }

    /** So that no word is broken. */
    private static double least(Table table, int column, double letters) {
        return MARGINS + letters * Math.max(BOLD * longest(words(table.columns().get(column).title()), LONG_WORD),
                CHARACTER * longest(lines(table, column).flatMap(ColumnWidths::words), LONG_WORD));
    }

    /** So that hardly a line is wrapped. */
    private static double wanted(Table table, int column, double letters) {
        List<String> lines = lines(table, column).toList();
        return MARGINS + letters * Math.max(BOLD * longest(Stream.of(table.columns().get(column).title()), LONG_TITLE),
                CHARACTER * Math.min(longest(lines.stream(), LONG_LINE), usual(lines)));
    }

    /** In these proportions. */
    static int[] scaled(double[] shares, int page) {
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).mapToInt(share -> (int) (page * share / sum)).toArray();
    }

    /** What a line may be broken between. */
    private static Stream<String> words(String text) {
        return Stream.of(text.split("[\\s-]+"));
    }

    /** One long line among short ones may wrap before many long ones do. */
    private static int usual(List<String> lines) {
        return (int) Math.ceil(USUAL * lines.stream().mapToInt(String::length).filter(length -> length > 0).average().orElse(0));
    }

    private static int longest(Stream<String> texts, int most) {
        return texts.mapToInt(text -> Math.min(text.length(), most)).max().orElse(0);
    }

    private static Stream<String> lines(Table table, int column) {
        return table.rows().stream().filter(CellRow.class::isInstance).map(row -> ((CellRow) row).cells().get(column))
                .flatMap(cell -> cell instanceof Cell.Amount amount ? Stream.of(DocxTables.figure(amount), amount.remark())
                        : cell.plain().lines());
    }
}

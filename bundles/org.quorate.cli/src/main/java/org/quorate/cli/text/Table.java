// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quorate.study.result.Interval;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Unit;

/** Rows of figures, contenders side by side. Not thread-safe. */
final class Table {

    private static final int LABEL = 30;
    private static final int UNIT = 8;
    private static final int NUMBER = 11;
    private static final int SPREAD = 9;
    private static final int COLUMN = NUMBER + SPREAD;

    /** Contenders that fit side by side into 100 columns. */
    static final int COLUMNS = 3;

    private final Style style;
    private final StringBuilder out = new StringBuilder();

    Table(Style style) {
        this.style = style;
    }

    /** Names of the columns, underlined. */
    void header(List<String> names, List<String> kinds) {
        line(style.bold(headings(names)));
        line(headings(kinds));
        out.append("-".repeat(LABEL + UNIT + COLUMN * names.size()));
        endLine();
    }

    /** A heading over the rows that follow. */
    void section(String title) {
        out.append(style.bold(title));
        endLine();
    }

    /** A row of any cells. */
    void row(String label, String unit, List<Cell> cells) {
        out.append(pad(shortened(label, LABEL - 1), LABEL)).append(pad(unit, UNIT));
        cells.forEach(cell -> out.append(inColumn(cell.number(), cell.spread())));
        endLine();
    }

    /** A row of figures in one unit, that of the largest; none is written if no contender has the figure. */
    <T> void figures(String label, Dimension dimension, String suffix, List<T> columns,
            Function<T, Optional<Interval>> figure) {
        List<Optional<Interval>> values = new ArrayList<>();
        columns.forEach(column -> values.add(figure.apply(column)));
        if (values.stream().anyMatch(Optional::isPresent)) {
            double largest = values.stream().flatMap(Optional::stream).mapToDouble(value -> Math.abs(value.mean())).max()
                    .orElse(0);
            Unit unit = dimension.unitFor(largest);
            row(label, unit.symbol() + suffix, values.stream().map(value -> Cell.of(value, unit)).toList());
        }
    }

    /** The same, but no row is written either if the figure is 0 for all. */
    <T> void figuresUnlessZero(String label, Dimension dimension, String suffix, List<T> columns,
            Function<T, Optional<Interval>> figure) {
        if (columns.stream().map(figure).flatMap(Optional::stream).anyMatch(value -> value.mean() != 0)) {
            figures(label, dimension, suffix, columns, figure);
        }
    }

    void line(String text) {
        out.append(text);
        endLine();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void endLine() {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        out.append('\n');
    }

    private static String headings(List<String> texts) {
        StringBuilder headings = new StringBuilder(" ".repeat(LABEL + UNIT));
        texts.forEach(text -> headings.append(inColumn(text, "")));
        return headings.toString().stripTrailing();
    }

    /** The first text ends where numbers end, or begins further left or ends further right if it is too long for that. */
    private static String inColumn(String text, String behind) {
        String shown = shortened(text, COLUMN - 1);
        String number = " ".repeat(Math.max(0, NUMBER - 1 - shown.length())) + shown + " ";
        return pad(number + shortened(behind, Math.max(1, COLUMN - number.length())), COLUMN);
    }

    private static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }
}

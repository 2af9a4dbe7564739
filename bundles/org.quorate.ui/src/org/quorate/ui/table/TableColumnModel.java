// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.table;

import java.util.function.Function;

import org.quorate.report.sheet.Sheet;

/**
 * A column of a table. Immutable.
 *
 * @param title  over it; by it the column is remembered
 * @param number figures: they stand to the right
 * @param text   what is shown of a row
 * @param key    what a row is sorted by
 * @param value  what a file gets of a row
 * @param <T>    of the rows
 */
public record TableColumnModel<T>(String title, boolean number, Function<T, String> text, Function<T, SortKey> key,
        Function<T, Sheet.Value> value) {

    /** Of words. */
    public static <T> TableColumnModel<T> words(String title, Function<T, String> text) {
        return new TableColumnModel<>(title, false, text, row -> SortKey.words(text.apply(row)), row -> new Sheet.Words(text.apply(row)));
    }

    /**
     * Of figures.
     *
     * @param figure of a row; null if it has none
     */
    public static <T> TableColumnModel<T> numbers(String title, Function<T, ? extends Number> figure, Function<T, String> text) {
        return new TableColumnModel<>(title, true, text, row -> key(figure.apply(row)), row -> value(figure.apply(row)));
    }

    /** The same, sorted by a figure. */
    public TableColumnModel<T> sortedBy(Function<T, ? extends Number> figure) {
        return new TableColumnModel<>(title, number, text, row -> key(figure.apply(row)), value);
    }

    private static SortKey key(Number figure) {
        return figure == null || Double.isNaN(figure.doubleValue()) ? SortKey.nothing() : SortKey.number(0, figure.doubleValue());
    }

    private static Sheet.Value value(Number figure) {
        return figure == null || !Double.isFinite(figure.doubleValue()) ? Sheet.nothing() : new Sheet.Number(figure.doubleValue());
    }
}

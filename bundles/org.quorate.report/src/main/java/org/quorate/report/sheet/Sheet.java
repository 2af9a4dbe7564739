// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sheet;

import java.util.List;
import java.util.stream.Collectors;
import org.quorate.report.text.VisibleText;
import org.quorate.study.io.CsvForm;

/**
 * Rows of cells below titles. Words that a spreadsheet would take for a formula get an apostrophe in front, as names in a scenario
 * come from outside; figures never do.
 *
 * @param columns their titles
 * @param rows    with as many cells as there are columns
 */
public record Sheet(List<String> columns, List<List<Value>> rows) {

    /** A cell. */
    public sealed interface Value {

        /** As it is written, before quoting. */
        String text();
    }

    /**
     * A figure, written with all of its digits.
     *
     * @param value finite
     */
    public record Number(double value) implements Value {
        @Override
        public String text() {
            String digits = CsvForm.number(value);
            return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
        }
    }

    /**
     * A figure as it is read, with its unit and interval.
     *
     * @param text for example {@code 1.25 ± 0.04 ms}
     */
    public record Figure(String text) implements Value {
    }

    /**
     * Words.
     *
     * @param words may be empty
     */
    public record Words(String words) implements Value {
        @Override
        public String text() {
            return CsvForm.words(words);
        }
    }

    public Sheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Value> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells for " + columns.size() + " columns");
            }
        }
    }

    /** An empty cell. */
    public static Value nothing() {
        return new Words("");
    }

    /** RFC 4180 with bare line feeds, like all files of this program. */
    public String csv() {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, columns.stream().map(title -> new Words(title).text()).toList());
        rows.forEach(row -> CsvForm.row(out, row.stream().map(Value::text).toList()));
        return out.toString();
    }

    /**
     * Lines of cells with tabs between them, as spreadsheets take them from a clipboard. Tabs and line breaks in a cell become spaces.
     *
     * @param titles with the titles as the first line
     */
    public String tsv(boolean titles) {
        String body = rows.stream().map(row -> row.stream().map(Value::text).map(VisibleText::line).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        String head = columns.stream().map(title -> VisibleText.line(new Words(title).text())).collect(Collectors.joining("\t"));
        return titles ? head + "\n" + body : body;
    }
}

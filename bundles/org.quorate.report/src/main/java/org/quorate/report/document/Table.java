// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

import java.util.List;
import java.util.OptionalInt;

/**
 * A table. The first column names its rows.
 *
 * @param title   one line
 * @param columns at least one
 * @param rows    in order
 * @param note    below the table; may be empty
 */
public record Table(String title, List<Column> columns, List<Row> rows, String note) implements Block {

    /**
     * A column.
     *
     * @param title may be empty in the first column
     * @param align TEXT to the left, NUMBER to the right
     */
    public record Column(String title, Align align) {
    }

    /** Where the content of a column stands. */
    public enum Align { TEXT, NUMBER }

    /** A line of the table. */
    public sealed interface Row permits GroupRow, CellRow {
    }

    /**
     * Titles the rows below it, up to the next one.
     *
     * @param title plain text
     */
    public record GroupRow(String title) implements Row {
    }

    /**
     * Cells, one a column.
     *
     * @param cells as many as there are columns
     * @param point of the study that the row is about, counted from 0 in the order of the result, so that a viewer can lead there;
     *              absent: of none alone
     */
    public record CellRow(List<Cell> cells, OptionalInt point) implements Row {
        public CellRow {
            cells = List.copyOf(cells);
        }

        /** About no point of a study alone. */
        public CellRow(List<Cell> cells) {
            this(cells, OptionalInt.empty());
        }

        /** About that point of the study. */
        public static CellRow ofPoint(int point, List<Cell> cells) {
            return new CellRow(cells, OptionalInt.of(point));
        }
    }

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row instanceof CellRow cells && cells.cells().size() != columns.size()) {
                throw new IllegalArgumentException("a row of " + title + " has " + cells.cells().size()
                        + " cells for " + columns.size() + " columns");
            }
        }
    }
}

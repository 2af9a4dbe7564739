// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table;
import org.quorate.report.sheet.Sheet.Number;
import org.quorate.report.sheet.Sheet.Value;
import org.quorate.report.sheet.Sheet.Words;
import org.quorate.report.text.Unit;

/**
 * The figures of a table of a report. Each column of figures becomes one of numbers in the smallest multiple of their unit, followed by
 * others as far as there is something to say: the unit where its rows differ in it, the half width of the interval, and remarks, among
 * them why there is no figure. Pure functions.
 */
public final class TableSheet {

    /**
     * A row.
     *
     * @param group title of its group; may be empty
     * @param cells as many as there are columns
     * @param point of the study that it is about, see {@link Table.CellRow}
     */
    public record Row(String group, List<Cell> cells, OptionalInt point) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    private TableSheet() {
    }

    /** All rows of a table, each with its group. */
    public static List<Row> rows(Table table) {
        List<Row> rows = new ArrayList<>();
        String group = "";
        for (Table.Row row : table.rows()) {
            if (row instanceof Table.GroupRow title) {
                group = title.title();
            } else {
                Table.CellRow cells = (Table.CellRow) row;
                rows.add(new Row(group, cells.cells(), cells.point()));
            }
        }
        return rows;
    }

    /**
     * Some columns of some rows.
     *
     * @param columns titles of all columns
     * @param chosen  which of them, in order
     */
    public static Sheet of(List<Table.Column> columns, List<Integer> chosen, List<Row> rows) {
        List<String> titles = new ArrayList<>();
        List<List<Value>> lines = rows.stream().map(row -> (List<Value>) new ArrayList<Value>()).toList();
        if (rows.stream().anyMatch(row -> !row.group().isEmpty())) {
            titles.add("group");
            for (int i = 0; i < rows.size(); i++) {
                lines.get(i).add(new Words(rows.get(i).group()));
            }
        }
        for (int column : chosen) {
            figures(titles, lines, columns.get(column).title(), rows.stream().map(row -> row.cells().get(column)).toList());
        }
        return new Sheet(titles, lines);
    }

    private static void figures(List<String> titles, List<List<Value>> lines, String title, List<Cell> cells) {
        List<Cell.Amount> amounts = only(cells);
        if (amounts.isEmpty()) {
            add(titles, lines, title, cells.stream().<Value>map(cell -> new Words(cell.plain())).toList());
            return;
        }
        List<Unit> units = amounts.stream().map(amount -> amount.quantity().unit()).distinct().toList();
        boolean same = units.size() == 1;
        String symbol = same ? symbol(units.get(0)) : "";
        String unit = symbol.isEmpty() ? "" : " [" + symbol + "]";
        add(titles, lines, title + unit, cells.stream().map(cell -> cell instanceof Cell.Amount amount ? base(amount, amount.quantity().value())
                : Sheet.nothing()).toList());
        if (!same) {
            add(titles, lines, title + " unit", cells.stream().<Value>map(cell -> new Words(cell instanceof Cell.Amount amount
                    ? symbol(amount.quantity().unit()) : "")).toList());
        }
        if (amounts.stream().anyMatch(amount -> amount.quantity().halfWidth() > 0)) {
            add(titles, lines, title + " half width" + unit, cells.stream().map(cell -> cell instanceof Cell.Amount amount
                    ? base(amount, amount.quantity().halfWidth()) : Sheet.nothing()).toList());
        }
        List<String> remarks = cells.stream().map(TableSheet::remark).toList();
        if (remarks.stream().anyMatch(remark -> !remark.isEmpty())) {
            add(titles, lines, title + " remark", remarks.stream().<Value>map(Words::new).toList());
        }
    }

    private static void add(List<String> titles, List<List<Value>> lines, String title, List<? extends Value> values) {
        titles.add(title);
        for (int i = 0; i < values.size(); i++) {
            lines.get(i).add(values.get(i));
        }
    }

    private static List<Cell.Amount> only(List<Cell> cells) {
        return cells.stream().map(cell -> cell instanceof Cell.Amount amount ? amount : null).filter(Objects::nonNull).toList();
    }

    private static String remark(Cell cell) {
        return cell instanceof Cell.Amount amount ? amount.remark() : cell.plain();
    }

    private static Value base(Cell.Amount amount, double value) {
        return new Number(value / amount.quantity().unit().steps().get(0).factor());
    }

    private static String symbol(Unit unit) {
        return unit.steps().get(0).symbol();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.util.List;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.UnbrokenFigures;

/** Writes tables: numbers to the right with their intervals and units, groups as sections of the body. */
final class HtmlTable {

    /** A line is never broken between a number, its interval and its unit. */
    private static final String NO_BREAK = "\u00a0";

    private HtmlTable() {
    }

    static void write(Markup page, Table table) {
        page.open("div", "class", "table").newLine();
        page.open("table").newLine();
        page.element("caption", table.title()).newLine();
        page.open("thead").newLine();
        titles(page, table.columns());
        page.closeLine();
        body(page, table);
        page.closeLine();
        note(page, table);
        page.closeLine();
    }

    private static void body(Markup page, Table table) {
        page.open("tbody").newLine();
        boolean first = true;
        for (Row row : table.rows()) {
            if (row instanceof GroupRow && !first) {
                page.closeLine().open("tbody").newLine();
            }
            row(page, table.columns(), row);
            first = false;
        }
        page.closeLine();
    }

    /** One line of the body. */
    static void row(Markup page, List<Column> columns, Row row) {
        if (row instanceof GroupRow group) {
            page.open("tr", "class", "group").element("th", group.title(), "scope", "rowgroup", "colspan",
                    Integer.toString(columns.size())).closeLine();
        } else {
            cells(page, columns, ((CellRow) row).cells());
        }
    }

    /** The titles of the columns. */
    static void titles(Markup page, List<Column> columns) {
        page.open("tr");
        for (Column column : columns) {
            page.element("th", column.title(), "scope", "col", "class", style(column));
        }
        page.closeLine();
    }

    static void note(Markup page, Table table) {
        if (!table.note().isEmpty()) {
            page.element("p", UnbrokenFigures.in(table.note()), "class", "table-note").newLine();
        }
    }

    private static void cells(Markup page, List<Column> columns, List<Cell> cells) {
        page.open("tr");
        for (int i = 0; i < cells.size(); i++) {
            if (i == 0) {
                page.open("th", "scope", "row", "class", style(columns.get(i)));
            } else {
                page.open("td", "class", style(columns.get(i)));
            }
            cell(page, cells.get(i));
            page.close();
        }
        page.closeLine();
    }

    private static void cell(Markup page, Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            page.open("span", "class", "amount").element("span", amount.quantity().number(), "class", "value");
            if (!amount.quantity().tolerance().isEmpty()) {
                page.text(NO_BREAK).element("span", "±" + NO_BREAK + amount.quantity().tolerance(), "class", "tolerance");
            }
            if (!amount.quantity().symbol().isEmpty()) {
                page.text(NO_BREAK).element("span", amount.quantity().symbol(), "class", "unit");
            }
            page.close();
            if (!amount.remark().isEmpty()) {
                page.text(" ").element("span", amount.remark(), "class", "remark");
            }
        } else if (cell instanceof Cell.Text text) {
            page.text(UnbrokenFigures.in(text.text()));
        } else if (cell instanceof Cell.Missing missing) {
            page.element("span", missing.reason(), "class", "missing");
        }
    }

    private static String style(Column column) {
        return column.align() == Align.NUMBER ? "number" : "text";
    }
}

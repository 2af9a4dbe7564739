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

/** Writes tables: numbers to the right with their intervals and units, groups as sections of the body. */
final class HtmlTable {

    private HtmlTable() {
    }

    static void write(Markup page, Table table) {
        page.open("div", "class", "table").newLine();
        page.open("table").newLine();
        page.element("caption", table.title()).newLine();
        page.open("thead").open("tr");
        for (Column column : table.columns()) {
            page.element("th", column.title(), "scope", "col", "class", style(column));
        }
        page.close().closeLine();
        body(page, table);
        page.closeLine();
        if (!table.note().isEmpty()) {
            page.element("p", table.note(), "class", "table-note").newLine();
        }
        page.closeLine();
    }

    private static void body(Markup page, Table table) {
        page.open("tbody").newLine();
        boolean first = true;
        for (Row row : table.rows()) {
            if (row instanceof GroupRow group) {
                if (!first) {
                    page.closeLine().open("tbody").newLine();
                }
                page.open("tr", "class", "group").element("th", group.title(), "scope", "rowgroup", "colspan",
                        Integer.toString(table.columns().size())).closeLine();
            } else {
                cells(page, table.columns(), ((CellRow) row).cells());
            }
            first = false;
        }
        page.closeLine();
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
                page.text(" ").element("span", "± " + amount.quantity().tolerance(), "class", "tolerance");
            }
            page.text(" ").element("span", amount.quantity().symbol(), "class", "unit").close();
            if (!amount.remark().isEmpty()) {
                page.text(" ").element("span", amount.remark(), "class", "remark");
            }
        } else if (cell instanceof Cell.Text text) {
            page.text(text.text());
        } else if (cell instanceof Cell.Missing missing) {
            page.element("span", missing.reason(), "class", "missing");
        }
    }

    private static String style(Column column) {
        return column.align() == Align.NUMBER ? "number" : "text";
    }
}

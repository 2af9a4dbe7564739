// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.util.List;
import java.util.Locale;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.document.Table.Row;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.text.UnbrokenFigures;

/**
 * Writes tables and settings for paper: title and titles of columns again on each page, short tables on one page, and no page with a single row of a
 * long one.
 */
final class PrintedTable {

    /** Millimetres of a table that is worth a new page rather than a break: a third of the page. */
    private static final double SHORT = 85;

    private PrintedTable() {
    }

    static void write(Markup page, Table table, ColumnWidths widths, ChartPainter ruler) {
        boolean whole = widths.height(table, ruler) <= SHORT;
        page.open("div", "class", whole ? "table whole" : "table").newLine();
        page.open("table", "class", widths.crowded() ? "crowded" : "fitting", "style", "font-size:" + widths.points() + "pt").newLine();
        for (double width : widths.millimetres()) {
            page.open("col", "style", String.format(Locale.ROOT, "width:%.2fmm", width));
        }
        page.newLine().open("thead").newLine();
        page.open("tr", "class", "caption").element("th", table.title(), "colspan", Integer.toString(table.columns().size())).closeLine();
        HtmlTable.titles(page, table.columns());
        page.closeLine();
        sections(page, table, whole);
        page.closeLine();
        HtmlTable.note(page, table);
        page.closeLine();
    }

    /** Settings, their names in a column of equal width all through the document. */
    static void settings(Markup page, KeyValues settings) {
        page.open("table", "class", "settings").open("col", "class", "name").open("col").newLine().open("tbody").newLine();
        for (KeyValues.Entry entry : settings.entries()) {
            page.open("tr").element("th", entry.key()).element("td", UnbrokenFigures.in(entry.value())).closeLine();
        }
        page.closeLine().closeLine();
    }

    /** Rows that stay together are a section. */
    private static void sections(Markup page, Table table, boolean whole) {
        List<Row> rows = table.rows();
        page.open("tbody").newLine();
        for (int i = 0; i < rows.size(); i++) {
            if (!whole && mayBreakBefore(rows, i)) {
                page.closeLine().open("tbody").newLine();
            }
            HtmlTable.row(page, table.columns(), rows.get(i));
        }
        page.closeLine();
    }

    /** Not below the title of a group and the row below that, not above the last row of a group, not beside the first or the last row. */
    private static boolean mayBreakBefore(List<Row> rows, int row) {
        boolean edge = row < 2 || rows.size() - row < 2;
        return !edge && !group(rows, row - 1) && !(group(rows, row - 2) && !group(rows, row)) && (group(rows, row) || !group(rows, row + 1));
    }

    private static boolean group(List<Row> rows, int row) {
        return rows.get(row) instanceof GroupRow;
    }
}

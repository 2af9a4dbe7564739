// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quorate.report.document.Cell;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.text.Quantity;
import org.quorate.study.io.JsonForm;

/**
 * All tables of a document as JSON, for programs: each cell as it is read, and a figure also as a number with all of its digits in the base
 * unit. The same document and date give the same characters. Pure functions.
 */
public final class DocumentJson {

    /** Name and version of the form. */
    public static final String FORMAT = "quorate-report/1";

    private DocumentJson() {
    }

    private record Whole(String format, String title, String subtitle, String author, String language, String date,
            List<KeyValues.Entry> about, List<Part> tables) {
    }

    private record Part(String id, String chapter, String section, String title, List<Column> columns, List<Row> rows, String note) {
    }

    /** @param align {@code text} or {@code number} */
    private record Column(String title, String align) {
    }

    /** @param group title of the group of rows that it is in; empty: of none */
    private record Row(String group, List<Content> cells) {
    }

    /**
     * A cell.
     *
     * @param text      as it is read, with the multiple of its unit and a sensible number of digits, and remarks
     * @param value     in {@code unit}; absent: there is no figure
     * @param halfWidth of the interval in {@code unit}, 0: exact; absent: there is no figure
     * @param unit      the smallest multiple of the unit, for example {@code ns}; empty: a plain number; absent: there is no figure
     */
    private record Content(String text, Optional<Double> value, Optional<Double> halfWidth, Optional<String> unit) {
    }

    /** The file. */
    public static String text(ReportDocument document, LocalDate date) {
        return JsonForm.text(new Whole(FORMAT, document.title(), document.subtitle(), document.author(), document.language().tag(),
                date.toString(), document.about().entries(), DocumentTables.of(document).stream().map(DocumentJson::part).toList()));
    }

    private static Part part(DocumentTables.Placed placed) {
        Table table = placed.table();
        List<Column> columns = table.columns().stream()
                .map(column -> new Column(column.title(), column.align() == Table.Align.NUMBER ? "number" : "text")).toList();
        List<Row> rows = TableSheet.rows(table).stream()
                .map(row -> new Row(row.group(), row.cells().stream().map(DocumentJson::content).toList())).toList();
        return new Part(placed.id(), placed.chapter(), placed.section(), table.title(), columns, rows, table.note());
    }

    private static Content content(Cell cell) {
        Optional<Quantity> figure = cell instanceof Cell.Amount amount ? Optional.of(amount.quantity()) : Optional.empty();
        return new Content(cell.plain(), figure.map(quantity -> quantity.value() / base(quantity)),
                figure.map(quantity -> quantity.halfWidth() / base(quantity)), figure.map(quantity -> quantity.unit().steps().get(0).symbol()));
    }

    private static double base(Quantity quantity) {
        return quantity.unit().steps().get(0).factor();
    }
}

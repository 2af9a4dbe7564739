// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.sheet.Sheet.Number;
import org.quorate.report.sheet.Sheet.Value;
import org.quorate.report.sheet.Sheet.Words;

/**
 * All tables of a document as CSV: one file a table, as its columns are its own, and a list of them. Figures have all of their digits, see
 * {@link TableSheet}. The same document and date give the same characters. Pure functions.
 */
public final class DocumentCsv {

    private static final String ENDING = ".csv";
    /** The number of a table, which no report has a thousand of, and its title in plain letters and digits. */
    private static final Pattern NAMES = Pattern.compile("[0-9]{2,3}(-[a-z0-9]+)*" + Pattern.quote(ENDING));

    private DocumentCsv() {
    }

    /**
     * The list: first what the document is, then a row for each table.
     *
     * @param folder of the tables, as the list names it
     */
    public static String list(ReportDocument document, LocalDate date, String folder) {
        List<List<Value>> rows = new ArrayList<>();
        about(rows, "title", document.title());
        about(rows, "subtitle", document.subtitle());
        about(rows, "author", document.author());
        about(rows, "language", document.language().tag());
        about(rows, "date", date.toString());
        document.about().entries().forEach(entry -> about(rows, entry.key(), entry.value()));
        for (DocumentTables.Placed placed : DocumentTables.of(document)) {
            rows.add(List.of(new Words("table"), new Words(placed.table().title()), new Words(folder + "/" + placed.id() + ENDING),
                    new Words(placed.chapter()), new Words(placed.section()), new Number(placed.sheet().rows().size()),
                    new Words(placed.table().note())));
        }
        return new Sheet(List.of("kind", "name", "value or file", "chapter", "section", "rows", "note"), rows).csv();
    }

    private static void about(List<List<Value>> rows, String name, String value) {
        if (!value.isEmpty()) {
            rows.add(List.of(new Words("about"), new Words(name), new Words(value), Sheet.nothing(), Sheet.nothing(), Sheet.nothing(),
                    Sheet.nothing()));
        }
    }

    /** The tables by the names of their files, in the order of the document. */
    public static Map<String, String> tables(ReportDocument document) {
        Map<String, String> files = new LinkedHashMap<>();
        DocumentTables.of(document).forEach(placed -> files.put(placed.id() + ENDING, placed.sheet().csv()));
        return files;
    }

    /** True of each name that {@link #tables} gives to a table of any document, and of few others. */
    public static boolean mayName(String file) {
        return NAMES.matcher(file).matches();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;

/** The tables of a document in its order, settings with their values among them. Pure functions. */
final class DocumentTables {

    private static final int CHAPTER = 2;
    private static final int LONGEST_NAME = 48;

    private DocumentTables() {
    }

    /**
     * One table.
     *
     * @param id      unique in the document, fit for the name of a file: {@code 03-lock-memory}
     * @param chapter that it stands in; empty: before the first one
     * @param section that it stands in; empty: in none
     * @param table   its content; settings have two columns of words
     */
    record Placed(String id, String chapter, String section, Table table) {

        /** All of its columns. */
        Sheet sheet() {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                all.add(i);
            }
            return TableSheet.of(table.columns(), all, TableSheet.rows(table));
        }
    }

    static List<Placed> of(ReportDocument document) {
        List<Placed> tables = new ArrayList<>();
        String chapter = "";
        String section = "";
        for (Block block : document.blocks()) {
            if (block instanceof Heading heading) {
                chapter = heading.level() == CHAPTER ? heading.text() : chapter;
                section = heading.level() == CHAPTER ? "" : heading.text();
            } else if (block instanceof Table table) {
                tables.add(new Placed(id(tables.size() + 1, table.title()), chapter, section, table));
            } else if (block instanceof KeyValues settings) {
                String title = section.isEmpty() ? chapter : section;
                tables.add(new Placed(id(tables.size() + 1, title), chapter, section, table(title, settings)));
            }
        }
        return tables;
    }

    private static Table table(String title, KeyValues settings) {
        List<Table.Row> rows = settings.entries().stream().<Table.Row>map(entry -> new Table.CellRow(
                List.of(new Cell.Text(entry.key()), new Cell.Text(entry.value())))).toList();
        return new Table(title, List.of(new Table.Column("name", Table.Align.TEXT), new Table.Column("value", Table.Align.TEXT)), rows, "");
    }

    /** Letters and digits that every file system has, however the title is written. */
    private static String id(int number, String title) {
        String plain = Normalizer.normalize(title.replace("ß", "ss"), Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length())).replaceAll("^-|-$", "");
        return String.format(Locale.ROOT, "%02d", number) + (cut.isEmpty() ? "" : "-" + cut);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.PageBreak;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.text.Notation;

/**
 * Translates the blocks of one report.
 *
 * @param words    of the report
 * @param notation of its figures
 */
record BlockTranslation(Words words, Notation notation) {

    /** A field of a scenario: what stands beside it are values as in a file. */
    private static final Pattern PATH = Pattern.compile("[a-z]\\S*\\.\\S+");
    private static final String COLUMN = "column ";
    private static final String MIXED = "mixed ";
    private static final String OF = " of ";
    private static final String KEY = "key ";
    private static final String GROUPS = "groups ";

    List<Block> blocks(List<Block> english) {
        return english.stream().map(this::block).toList();
    }

    private Block block(Block block) {
        if (block instanceof Heading heading) {
            return new Heading(heading.level(), heading.id(), text(heading.text()));
        } else if (block instanceof Paragraph paragraph) {
            return new Paragraph(text(paragraph.text()));
        } else if (block instanceof Notice notice) {
            return new Notice(notice.kind(), text(notice.title()), text(notice.text()));
        } else if (block instanceof Items items) {
            return new Items(items.ordered(), items.texts().stream().map(this::text).toList());
        } else if (block instanceof KeyValues keyValues) {
            return keyValues(keyValues);
        } else if (block instanceof Table table) {
            return table(table);
        } else if (block instanceof Figure figure) {
            return new Figure(new ChartTranslation(words, notation).chart(figure.chart()), figure.width(), text(figure.caption()));
        } else if (block instanceof Code code) {
            return new Code(text(code.title()), code.text());
        }
        return (PageBreak) block;
    }

    KeyValues keyValues(KeyValues english) {
        return new KeyValues(english.entries().stream().map(entry -> new KeyValues.Entry(name(entry.key()), value(entry))).toList());
    }

    private String value(KeyValues.Entry entry) {
        if (kept(KEY + entry.key()) || PATH.matcher(entry.key()).matches()) {
            return words.kept(entry.value());
        }
        return kept(MIXED + entry.key()) ? words.lookup().mixed(entry.value()) : name(entry.value());
    }

    private Table table(Table table) {
        List<Table.Column> columns = table.columns().stream()
                .map(column -> new Table.Column(name(column.title()), column.align())).toList();
        List<Table.Row> rows = table.rows().stream().map(row -> row(row, table)).toList();
        return new Table(text(table.title()), columns, rows, text(table.note()));
    }

    private Table.Row row(Table.Row row, Table table) {
        if (row instanceof Table.GroupRow group) {
            return new Table.GroupRow(kept(GROUPS + table.title()) ? words.kept(group.title()) : name(group.title()));
        }
        Table.CellRow cells = (Table.CellRow) row;
        List<Cell> translated = new ArrayList<>();
        for (int i = 0; i < cells.cells().size(); i++) {
            translated.add(cell(cells.cells().get(i), table.columns().get(i).title(), table.title()));
        }
        return new Table.CellRow(translated, cells.point());
    }

    private Cell cell(Cell cell, String column, String table) {
        if (cell instanceof Cell.Amount amount) {
            return new Cell.Amount(amount.quantity().in(notation), text(amount.remark()));
        }
        if (cell instanceof Cell.Missing missing) {
            return new Cell.Missing(text(missing.reason()));
        }
        String text = ((Cell.Text) cell).text();
        if (kept(COLUMN + column) || kept(COLUMN + column + OF + table)) {
            return new Cell.Text(words.kept(text));
        }
        return new Cell.Text(kept(MIXED + column) ? words.lookup().mixed(text) : text(text));
    }

    private static boolean kept(String place) {
        return German.KEPT.contains(place);
    }

    String text(String english) {
        return words.text(english);
    }

    String name(String english) {
        return words.name(english);
    }
}

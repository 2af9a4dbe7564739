// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.quorate.report.document.Cell;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.document.Table.Row;

/** Writes tables: the row of titles again on each page, rows whole, numbers to the right. */
final class DocxTables {

    /** Share of the width of the names of settings. */
    private static final double NAMES = 0.27;
    /** Characters that a column is at least and at most given room for, before all are scaled to the page. */
    private static final int NARROWEST = 7;
    private static final int WIDEST = 42;

    private final XWPFDocument docx;

    DocxTables(XWPFDocument docx) {
        this.docx = docx;
    }

    void keyValues(KeyValues keyValues) {
        int[] widths = scaled(new double[] {NAMES, 1 - NAMES});
        XWPFTable table = create(keyValues.entries().size(), widths, false);
        for (int i = 0; i < keyValues.entries().size(); i++) {
            KeyValues.Entry entry = keyValues.entries().get(i);
            Runs.muted(paragraph(table.getRow(i).getCell(0), Align.TEXT), entry.key());
            Runs.text(paragraph(table.getRow(i).getCell(1), Align.TEXT), entry.value());
        }
    }

    void table(Table table) {
        List<Column> columns = table.columns();
        XWPFTable made = create(table.rows().size() + 1, widths(table), true);
        XWPFTableRow titles = made.getRow(0);
        titles.setRepeatHeader(true);
        for (int i = 0; i < columns.size(); i++) {
            Runs.bold(paragraph(titles.getCell(i), columns.get(i).align()), columns.get(i).title());
        }
        for (int i = 0; i < table.rows().size(); i++) {
            Row row = table.rows().get(i);
            XWPFTableRow line = made.getRow(i + 1);
            if (row instanceof GroupRow group) {
                group(line, group, columns.size());
            } else {
                cells(line, ((CellRow) row).cells(), columns);
            }
        }
    }

    private static void group(XWPFTableRow line, GroupRow group, int columns) {
        XWPFTableCell cell = line.getCell(0);
        for (int i = columns - 1; i > 0; i--) {
            line.removeCell(i);
        }
        cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
        XWPFParagraph title = paragraph(cell, Align.TEXT);
        title.setKeepNext(true);
        Runs.bold(title, group.title());
    }

    private static void cells(XWPFTableRow line, List<Cell> cells, List<Column> columns) {
        for (int i = 0; i < cells.size(); i++) {
            cell(paragraph(line.getCell(i), columns.get(i).align()), cells.get(i));
        }
    }

    private static void cell(XWPFParagraph paragraph, Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            Runs.text(paragraph, amount.quantity().number());
            String rest = amount.quantity().tolerance().isEmpty() ? "" : "\u00a0±\u00a0" + amount.quantity().tolerance();
            Runs.muted(paragraph, rest + (amount.quantity().symbol().isEmpty() ? "" : "\u00a0" + amount.quantity().symbol()));
            if (!amount.remark().isEmpty()) {
                Runs.muted(paragraph, "\n" + amount.remark());
            }
        } else if (cell instanceof Cell.Text text) {
            Runs.text(paragraph, text.text());
        } else if (cell instanceof Cell.Missing missing) {
            Runs.muted(paragraph, missing.reason());
        }
    }

    private XWPFTable create(int rows, int[] widths, boolean titled) {
        XWPFTable table = docx.createTable(rows, widths.length);
        CTTblPr properties = table.getCTTbl().getTblPr();
        if (properties.isSetTblBorders()) {
            properties.unsetTblBorders();
        }
        table.setStyleID(Styles.TABLE);
        CTTblLook look = properties.isSetTblLook() ? properties.getTblLook() : properties.addNewTblLook();
        look.setFirstRow(titled);
        CTTblWidth width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(Arrays.stream(widths).sum()));
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        if (table.getCTTbl().getTblGrid() == null) {
            table.getCTTbl().addNewTblGrid();
        }
        for (int i = table.getCTTbl().getTblGrid().sizeOfGridColArray(); i > 0; i--) {
            table.getCTTbl().getTblGrid().removeGridCol(i - 1);
        }
        for (int each : widths) {
            table.getCTTbl().getTblGrid().addNewGridCol().setW(BigInteger.valueOf(each));
        }
        for (XWPFTableRow row : table.getRows()) {
            row.setCantSplitRow(true);
            for (int i = 0; i < widths.length; i++) {
                row.getCell(i).setWidth(Integer.toString(widths[i]));
            }
        }
        return table;
    }

    private static XWPFParagraph paragraph(XWPFTableCell cell, Align align) {
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setStyle(Styles.CELL);
        if (align == Align.NUMBER) {
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
        }
        return paragraph;
    }

    /** Room for the longest text of each column, within reason, scaled to the page. */
    private static int[] widths(Table table) {
        double[] wanted = new double[table.columns().size()];
        for (int i = 0; i < wanted.length; i++) {
            int column = i;
            Stream<String> cells = table.rows().stream().filter(CellRow.class::isInstance)
                    .map(row -> ((CellRow) row).cells().get(column).plain());
            int longest = Stream.concat(cells, Stream.of(table.columns().get(i).title())).mapToInt(String::length).max().orElse(0);
            wanted[i] = Math.max(NARROWEST, Math.min(longest, WIDEST));
        }
        return scaled(wanted);
    }

    private static int[] scaled(double[] wanted) {
        double sum = Arrays.stream(wanted).sum();
        return Arrays.stream(wanted).mapToInt(each -> (int) (DocxReport.TEXT_WIDE * each / sum)).toArray();
    }
}

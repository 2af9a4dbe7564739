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
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
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

    /** Rows of a table that is kept on one page. */
    private static final int KEPT = 12;

    /** Bits of the looks of a table: no bands; the first row is one of titles. */
    private static final byte[] UNTITLED = {0x06, 0x00};
    private static final byte[] TITLED = {0x06, 0x20};

    private final XWPFDocument docx;
    private final StyleSheet sheet;
    private final Page page;

    DocxTables(XWPFDocument docx, StyleSheet sheet, Page page) {
        this.docx = docx;
        this.sheet = sheet;
        this.page = page;
    }

    void keyValues(KeyValues keyValues) {
        if (keyValues.entries().isEmpty()) {
            return;
        }
        int[] widths = ColumnWidths.scaled(new double[] {NAMES, 1 - NAMES}, page.text());
        XWPFTable table = create(keyValues.entries().size(), widths, false);
        for (int i = 0; i < keyValues.entries().size(); i++) {
            KeyValues.Entry entry = keyValues.entries().get(i);
            Runs.muted(paragraph(table.getRow(i).getCell(0), Align.TEXT), entry.key());
            Runs.text(paragraph(table.getRow(i).getCell(1), Align.TEXT), entry.value());
        }
        keep(table);
    }

    /** A table that is as wide as the lines of that paper. */
    void table(Table table, Page on) {
        List<Column> columns = table.columns();
        XWPFTable made = create(table.rows().size() + 1, ColumnWidths.of(table, on.text()), true);
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
        if (ColumnWidths.crowded(table, on.text())) {
            made.getRows().stream().flatMap(DocxTables::paragraphs).forEach(paragraph -> paragraph.setStyle(sheet.id(Style.SMALL_CELL)));
        }
        keep(made);
    }

    private static Stream<XWPFParagraph> paragraphs(XWPFTableRow row) {
        return row.getTableCells().stream().flatMap(cell -> cell.getParagraphs().stream());
    }

    /** A table of two cells without lines, for two figures. */
    XWPFTable beside() {
        XWPFTable table = create(1, ColumnWidths.scaled(new double[] {1, 1}, page.text()), false);
        CTTblPr properties = table.getCTTbl().getTblPr();
        CTTblBorders none = properties.addNewTblBorders();
        none.addNewBottom().setVal(STBorder.NIL);
        none.addNewInsideH().setVal(STBorder.NIL);
        CTTblCellMar inside = properties.addNewTblCellMar();
        width(inside.addNewLeft(), 0);
        width(inside.addNewRight(), 0);
        return table;
    }

    private static void width(CTTblWidth width, int value) {
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(value));
    }

    /** Keeps a short table on one page; of a long one the titles with the first row, and the last row not alone. */
    private static void keep(XWPFTable table) {
        int last = table.getNumberOfRows() - 1;
        for (int i = 0; i < last; i++) {
            if (last < KEPT || i == 0 || i == last - 1) {
                paragraphs(table.getRow(i)).forEach(paragraph -> paragraph.setKeepNext(true));
            }
        }
    }

    private void group(XWPFTableRow line, GroupRow group, int columns) {
        XWPFTableCell cell = line.getCell(0);
        for (int i = columns - 1; i > 0; i--) {
            line.removeCell(i);
        }
        cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
        XWPFParagraph title = paragraph(cell, Align.TEXT);
        title.setKeepNext(true);
        Runs.bold(title, group.title());
    }

    private void cells(XWPFTableRow line, List<Cell> cells, List<Column> columns) {
        for (int i = 0; i < cells.size(); i++) {
            cell(paragraph(line.getCell(i), columns.get(i).align()), cells.get(i));
        }
    }

    private static void cell(XWPFParagraph paragraph, Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            Runs.text(paragraph, amount.quantity().number());
            Runs.muted(paragraph, figure(amount).substring(amount.quantity().number().length()));
            if (!amount.remark().isEmpty()) {
                Runs.muted(paragraph, "\n" + amount.remark());
            }
        } else if (cell instanceof Cell.Text text) {
            Runs.text(paragraph, text.text());
        } else if (cell instanceof Cell.Missing missing) {
            Runs.muted(paragraph, missing.reason());
        }
    }

    /** The figure on one line that does not break: number, interval and unit. */
    static String figure(Cell.Amount amount) {
        String tolerance = amount.quantity().tolerance().isEmpty() ? "" : "\u00a0±\u00a0" + amount.quantity().tolerance();
        String symbol = amount.quantity().symbol().isEmpty() ? "" : "\u00a0" + amount.quantity().symbol();
        return amount.quantity().number() + tolerance + symbol;
    }

    private XWPFTable create(int rows, int[] widths, boolean titled) {
        XWPFTable table = docx.createTable(rows, widths.length);
        CTTblPr properties = table.getCTTbl().getTblPr();
        if (properties.isSetTblBorders()) {
            properties.unsetTblBorders();
        }
        table.setStyleID(sheet.id(Style.TABLE));
        CTTblLook look = properties.isSetTblLook() ? properties.getTblLook() : properties.addNewTblLook();
        look.setFirstRow(titled);
        look.setVal(titled ? TITLED : UNTITLED); // the same for programs before Word 2010
        CTTblWidth width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width(width, Arrays.stream(widths).sum());
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

    private XWPFParagraph paragraph(XWPFTableCell cell, Align align) {
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setStyle(sheet.id(Style.CELL));
        if (align == Align.NUMBER) {
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
        }
        return paragraph;
    }
}

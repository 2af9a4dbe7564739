// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.quorate.report.document.Block;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.FixedWords;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.PageBreak;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;

/** Writes the blocks of one document, in order. Not thread-safe. */
final class DocxBody {

    private final XWPFDocument docx;
    private final StyleSheet sheet;
    private final Numbering numbering;
    private final DocxTables tables;
    private final Figures figures;
    private final FixedWords words;
    private final Sections sections;
    private int headings;
    /** What follows begins a page. */
    private boolean turned = true;

    DocxBody(XWPFDocument docx, StyleSheet sheet, Numbering numbering, DocxTables tables, Figures figures,
            FixedWords words, Sections sections) {
        this.docx = docx;
        this.sheet = sheet;
        this.numbering = numbering;
        this.tables = tables;
        this.figures = figures;
        this.words = words;
        this.sections = sections;
    }

    void write(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            if (!(block instanceof PageBreak) && sections.turn(wide(blocks, i))) {
                turned = false;
            }
            if (half(block) && half(next)) {
                beside((Figure) block, (Figure) next);
                i++;
            } else {
                block(block, i > 0 ? blocks.get(i - 1) : null, next);
            }
        }
    }

    /** Whether a block is a table for paper on its side, or what leads to one. */
    private boolean wide(List<Block> blocks, int i) {
        boolean leads = i < blocks.size() && (blocks.get(i) instanceof Heading
                || blocks.get(i) instanceof Paragraph && i > 0 && blocks.get(i - 1) instanceof Heading);
        return leads ? wide(blocks, i + 1) : i < blocks.size() && blocks.get(i) instanceof Table table && sections.tooNarrow(table);
    }

    private static boolean half(Block block) {
        return block instanceof Figure figure && figure.width() == Figure.Width.HALF;
    }

    private void block(Block block, Block previous, Block next) {
        if (block instanceof Heading heading) {
            heading(heading);
        } else if (block instanceof Paragraph paragraph) {
            XWPFParagraph line = paragraph();
            if (previous instanceof Heading && !(next instanceof Paragraph)) {
                line.setKeepNext(true); // or a page would end with a heading and one sentence
            }
            Runs.text(line, paragraph.text());
        } else if (block instanceof Items items) {
            List<XWPFParagraph> lines = items.texts().stream().map(text -> Runs.text(paragraph(), text).getParent())
                    .map(XWPFParagraph.class::cast).toList();
            numbering.number(lines, items.ordered());
        } else if (block instanceof Table table) {
            Runs.text(paragraph(Style.CAPTION), table.title());
            tables.table(table, sections.page());
            if (table.note().isEmpty()) {
                space(next);
            } else {
                Runs.text(paragraph(Style.REMARK), table.note());
            }
        } else if (block instanceof Figure figure) {
            Figures.Place place = !half(figure) ? Figures.Place.FULL : half(previous) ? Figures.Place.BESIDE : Figures.Place.ALONE;
            figures.figure(figure, place, !figure.caption().isEmpty(), this::paragraph);
        } else if (block instanceof KeyValues keyValues) {
            tables.keyValues(keyValues);
            space(next);
        } else if (block instanceof Notice notice) {
            notice(notice, next);
        } else if (block instanceof Code code) {
            Runs.text(paragraph(Style.CAPTION), code.title());
            Runs.text(paragraph(Style.CODE), code.text());
        } else if (block instanceof PageBreak) {
            turned = true;
        }
    }

    private XWPFParagraph paragraph() {
        XWPFParagraph paragraph = docx.createParagraph();
        paragraph.getCTP().addNewPPr();
        if (turned) {
            paragraph.setPageBreak(true);
            turned = false;
        }
        return paragraph;
    }

    private XWPFParagraph paragraph(Style style) {
        XWPFParagraph paragraph = paragraph();
        paragraph.setStyle(sheet.id(style));
        return paragraph;
    }

    /** Between two tables, or they would be one. At the end there must be something, too, but nothing that takes a page. */
    private void space(Block next) {
        XWPFParagraph space = paragraph(Style.SPACE);
        if (next == null) {
            space.setSpacingBetween(1, LineSpacingRule.EXACT);
        }
    }

    private void heading(Heading heading) {
        XWPFParagraph paragraph = paragraph(heading.level() == 2 ? Style.CHAPTER : Style.SECTION);
        CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
        start.setName(Front.bookmark(headings));
        start.setId(BigInteger.valueOf(headings));
        Runs.text(paragraph, heading.text());
        paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(headings++));
    }

    private void notice(Notice notice, Block next) {
        Style style = switch (notice.kind()) {
            case VERDICT -> Style.VERDICT;
            case NOTE -> Style.NOTE;
            case WARNING -> Style.WARNING;
            case DANGER -> Style.DANGER;
        };
        XWPFParagraph title = paragraph(style);
        Runs.bold(title, words.titled(notice));
        if (!notice.text().isEmpty()) {
            title.setKeepNext(true);
            Runs.text(paragraph(style), notice.text());
        }
        if (next instanceof Notice) {
            paragraph(Style.SPACE); // or the two would be one box
        }
    }

    private void beside(Figure left, Figure right) {
        if (turned) {
            paragraph(Style.SPACE);
        }
        XWPFTable table = tables.beside();
        boolean captioned = !left.caption().isEmpty() || !right.caption().isEmpty();
        figure(left, captioned, table.getRow(0).getCell(0));
        figure(right, captioned, table.getRow(0).getCell(1));
        paragraph(Style.SPACE);
    }

    private void figure(Figure figure, boolean captioned, XWPFTableCell cell) {
        Iterator<XWPFParagraph> first = List.copyOf(cell.getParagraphs()).iterator(); // a cell has one from the start
        figures.figure(figure, Figures.Place.BESIDE, captioned, () -> first.hasNext() ? first.next() : cell.addParagraph());
    }
}

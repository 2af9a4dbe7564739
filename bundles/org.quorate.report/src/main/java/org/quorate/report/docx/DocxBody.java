// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.Palette;
import org.quorate.report.document.Block;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.FixedWords;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.draw.ChartPainter;

/** Writes the blocks of one document, in order. Not thread-safe. */
final class DocxBody {

    /** Width of a chart in its own unit, so that its text of 12 has about the size of the text around it. */
    private static final int CHART_WIDTH = 720;
    /** Pixels a unit: about 210 dots an inch on paper. */
    private static final double CHART_SCALE = 2;
    /** 174 mm, the width between the margins. */
    private static final double CHART_POINTS = DocxReport.TEXT_WIDE / 20.0;

    private final XWPFDocument docx;
    private final ChartPainter painter;
    private final DocxTables tables;
    private final FixedWords words;
    private int bookmarks;

    DocxBody(XWPFDocument docx, ChartPainter painter, FixedWords words) {
        this.docx = docx;
        this.words = words;
        this.painter = painter;
        this.tables = new DocxTables(docx);
    }

    void cover(ReportDocument document) {
        Runs.text(paragraph(Styles.TITLE), document.title());
        if (!document.subtitle().isEmpty()) {
            Runs.text(paragraph(Styles.SUBTITLE), document.subtitle());
        }
        tables.keyValues(document.about());
        paragraph("");
    }

    /** A field that the word processor fills with page numbers; until then it has the titles, each a link. */
    void contents(ReportDocument document) {
        List<Heading> chapters = document.blocks().stream().filter(Heading.class::isInstance).map(Heading.class::cast)
                .filter(heading -> heading.level() == 2).toList();
        for (int i = 0; i < chapters.size(); i++) {
            XWPFParagraph line = paragraph(Styles.CONTENTS);
            if (i == 0) {
                var begin = line.createRun().getCTR().addNewFldChar();
                begin.setFldCharType(STFldCharType.BEGIN);
                begin.setDirty(true);
                line.createRun().getCTR().addNewInstrText().setStringValue(" TOC \\o \"1-1\" \\h \\z \\u ");
                line.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
            }
            Runs.text(line, chapters.get(i).text());
            line.createRun().addTab();
            Runs.field(line, "PAGEREF " + bookmark(chapters.get(i)) + " \\h", "");
            if (i == chapters.size() - 1) {
                line.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
                line.createRun().addBreak(BreakType.PAGE);
            }
        }
    }

    void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    private void block(Block block) {
        if (block instanceof Heading heading) {
            heading(heading);
        } else if (block instanceof Paragraph paragraph) {
            Runs.text(paragraph(""), paragraph.text());
        } else if (block instanceof Table table) {
            Runs.text(paragraph(Styles.CAPTION), table.title());
            tables.table(table);
            Runs.text(paragraph(Styles.REMARK), table.note());
        } else if (block instanceof Figure figure) {
            figure(figure);
        } else if (block instanceof KeyValues keyValues) {
            tables.keyValues(keyValues);
            paragraph(Styles.REMARK);
        } else if (block instanceof Notice notice) {
            notice(notice);
        } else if (block instanceof Code code) {
            Runs.text(paragraph(Styles.CAPTION), code.title());
            Runs.text(paragraph(Styles.CODE), code.text());
            paragraph(Styles.REMARK);
        }
    }

    private XWPFParagraph paragraph(String style) {
        XWPFParagraph paragraph = docx.createParagraph();
        if (!style.isEmpty()) {
            paragraph.setStyle(style);
        }
        return paragraph;
    }

    private static String bookmark(Heading heading) {
        return heading.id().replace('-', '_');
    }

    private void heading(Heading heading) {
        XWPFParagraph paragraph = paragraph(heading.level() == 2 ? Styles.CHAPTER : Styles.SECTION);
        CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
        start.setName(bookmark(heading));
        start.setId(BigInteger.valueOf(bookmarks));
        Runs.text(paragraph, heading.text());
        paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(bookmarks++));
    }

    private void notice(Notice notice) {
        String style = switch (notice.kind()) {
            case VERDICT -> Styles.VERDICT;
            case NOTE -> Styles.NOTE;
            case WARNING -> Styles.WARNING;
            case DANGER -> Styles.DANGER;
        };
        XWPFParagraph title = paragraph(style);
        title.setKeepNext(!notice.text().isEmpty());
        Runs.bold(title, words.titled(notice));
        if (!notice.text().isEmpty()) {
            Runs.text(paragraph(style), notice.text());
        }
        paragraph(Styles.REMARK);
    }

    private void figure(Figure figure) {
        ChartSpec chart = figure.chart();
        Runs.text(paragraph(Styles.CAPTION), chart.title());
        if (!figure.caption().isEmpty()) {
            XWPFParagraph caption = paragraph(Styles.REMARK);
            caption.setKeepNext(true);
            Runs.text(caption, figure.caption());
        }
        boolean half = figure.width() == Figure.Width.HALF;
        int width = half ? CHART_WIDTH * 2 / 3 : CHART_WIDTH;
        int height = painter.heightOf(chart, width);
        int wide = Units.toEMU(CHART_POINTS * width / CHART_WIDTH);
        int high = Units.toEMU(CHART_POINTS * height / CHART_WIDTH);
        byte[] png = painter.untitledPng(chart, width, CHART_SCALE, Palette.LIGHT);
        try {
            XWPFPicture picture = paragraph(Styles.FIGURE).createRun()
                    .addPicture(new ByteArrayInputStream(png), Document.PICTURE_TYPE_PNG, chart.id() + ".png", wide, high);
            CTNonVisualDrawingProps properties = picture.getCTPicture().getNvPicPr().getCNvPr();
            properties.setDescr(chart.description());
        } catch (InvalidFormatException | IOException e) {
            throw new IllegalStateException("a chart could not be put into the document", e);
        }
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.quorate.report.document.FixedWords;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;

/**
 * Renders a document as DOCX on A4, to be edited in a word processor: everything has a style, headings are in the
 * navigation and the table of contents, charts are pictures with their description. The same document and date give the
 * same bytes with the same Java. Thread-safe.
 */
public final class DocxReport {

    /** Twentieths of a point: A4, 210 mm × 297 mm. */
    private static final int PAGE_WIDE = 11_906;
    private static final int PAGE_HIGH = 16_838;
    /** 18 mm. */
    private static final int MARGIN = 1_020;
    /** Between the margins, in twentieths of a point. */
    static final int TEXT_WIDE = PAGE_WIDE - 2 * MARGIN;

    private final ChartPainter painter;

    /** Draws charts with that painter. */
    public DocxReport(ChartPainter painter) {
        this.painter = painter;
    }

    /**
     * The file.
     *
     * @param date that it says it was made on
     */
    public byte[] render(ReportDocument document, LocalDate date) {
        try (XWPFDocument docx = new XWPFDocument()) {
            Styles.into(docx);
            page(docx);
            footer(docx, document);
            DocxBody body = new DocxBody(docx, painter, FixedWords.in(document.language()));
            body.cover(document);
            body.contents(document);
            body.blocks(document.blocks());
            properties(docx, document, date);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            docx.write(out);
            return StableZip.of(out.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("the report could not be written as DOCX", e);
        }
    }

    private static void page(XWPFDocument docx) {
        CTSectPr section = docx.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(PAGE_WIDE);
        size.setH(PAGE_HIGH);
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(MARGIN);
        margins.setRight(MARGIN);
        margins.setTop(MARGIN);
        margins.setBottom(MARGIN + 200);
        margins.setHeader(500);
        margins.setFooter(500);
        margins.setGutter(0);
    }

    private static void footer(XWPFDocument docx, ReportDocument document) {
        XWPFParagraph line = docx.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        line.setStyle(Styles.FOOTER);
        Runs.text(line, document.title());
        line.createRun().addTab();
        Runs.field(line, "PAGE", "1");
        Runs.text(line, " / ");
        Runs.field(line, "NUMPAGES", "1");
    }

    private static void properties(XWPFDocument docx, ReportDocument document, LocalDate date) {
        Optional<Date> made = Optional.of(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
        POIXMLProperties.CoreProperties core = docx.getProperties().getCoreProperties();
        core.setTitle(document.title());
        core.setSubjectProperty(document.subtitle());
        core.setCreator("Quorate");
        core.setCreated(made);
        core.setModified(made);
        docx.getProperties().getExtendedProperties().getUnderlyingProperties().setApplication("Quorate");
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.quorate.report.document.Block;
import org.quorate.report.document.Figure;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartOnPaper;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.draw.ReportFonts;
import org.quorate.report.html.PrintedPage;
import org.w3c.dom.Element;

/**
 * Renders a document as PDF on A4: text that can be searched and copied, bookmarks, page numbers,
 * fonts inside, charts as vectors. The same document and date give the same bytes. Thread-safe.
 */
public final class PdfReport {

    /** Any number: where PDFBox would take the time of day, so that no two files were the same. */
    private static final long DOCUMENT_ID = 1;
    private static final int BOLD = 700;
    private static final int NORMAL = 400;
    /** White square, which every face of the report has. */
    private static final String MISSING = "\u25a1";

    private final ChartPainter painter;

    /** Draws charts with that painter. */
    public PdfReport(ChartPainter painter) {
        XRLog.setLoggingEnabled(false);
        this.painter = painter;
    }

    /**
     * The file.
     *
     * @param date that it says it was made on
     */
    public byte[] render(ReportDocument document, LocalDate date) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(new PrintedPage(painter).render(document), null);
        // Nothing outside the page is asked for, whatever a text of it says: the logo is inside.
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.useObjectDrawerFactory(new Charts(painter, document));
        builder.useFont(() -> ReportFonts.open(ReportFonts.REGULAR), ReportFonts.SANS, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(() -> ReportFonts.open(ReportFonts.BOLD), ReportFonts.SANS, BOLD, FontStyle.NORMAL, true);
        builder.useFont(() -> ReportFonts.open(ReportFonts.MONO), ReportFonts.FIXED, NORMAL, FontStyle.NORMAL, true);
        // What no face has a glyph for is seen to be missing.
        builder.useReplacementText(MISSING);
        builder.withProducer("Quorate");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer(); PDDocument pdf = renderer.createPDFKeepOpen()) {
            properties(pdf, document, date);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("the report could not be laid out as PDF", e);
        }
    }

    private static void properties(PDDocument pdf, ReportDocument document, LocalDate date) {
        Calendar made = GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC));
        pdf.getDocumentInformation().setCreationDate(made);
        pdf.getDocumentInformation().setModificationDate(made);
        pdf.setDocumentId(DOCUMENT_ID);
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        catalog.setLanguage(document.language().tag());
        catalog.setPageMode(PageMode.USE_OUTLINES);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    /** Draws the chart that an element names. */
    private static final class Charts implements FSObjectDrawerFactory {

        private final ChartPainter painter;
        private final Map<String, Figure> figures = new HashMap<>();

        Charts(ChartPainter painter, ReportDocument document) {
            this.painter = painter;
            for (Block block : document.blocks()) {
                if (block instanceof Figure figure) {
                    figures.put(figure.chart().id(), figure);
                }
            }
        }

        @Override
        public boolean isReplacedObject(Element element) {
            return PrintedPage.CHART_TYPE.equals(element.getAttribute("type"));
        }

        @Override
        public FSObjectDrawer createDrawer(Element element) {
            if (!isReplacedObject(element)) {
                return null;
            }
            Figure figure = figures.get(element.getAttribute("data"));
            return new ChartOnPaper(painter, figure.chart(), PrintedPage.width(figure));
        }
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.quorate.report.document.FixedWords;
import org.quorate.report.document.HouseStyles;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;

/**
 * Renders a document as DOCX on A4, to be edited in a word processor: everything has a style, headings are in the
 * navigation and the table of contents, charts are pictures with their description. The same document and date give the
 * same bytes with the same Java. Thread-safe.
 */
public final class DocxReport {

    private final ChartPainter painter;

    /** Draws charts with that painter. */
    public DocxReport(ChartPainter painter) {
        this.painter = painter;
    }

    /**
     * The file. In the looks of a consultant's template, if the brand of the document has one: its styles win where ours have the same
     * name, and where it has a footer, there is none of ours.
     *
     * @param date that it says it was made on
     * @throws IllegalArgumentException if that template is none, which {@link WordTemplate#read} tells before
     */
    public byte[] render(ReportDocument document, LocalDate date) {
        Optional<WordTemplate> template = document.brand().styles().map(DocxReport::template);
        try (XWPFDocument docx = new XWPFDocument()) {
            Page page = template.map(WordTemplate::page).orElse(Page.A4);
            StyleSheet sheet = StyleSheet.of(document.brand(), document.language(), page.text(), template.map(WordTemplate::styles));
            Numbering numbering = new Numbering(sheet, template.flatMap(WordTemplate::lists));
            DocxTables tables = new DocxTables(docx, sheet, page);
            Figures figures = new Figures(painter, sheet, page);
            sheet.into(docx);
            edges(docx, document, template, page, sheet);
            new Front(docx, sheet, tables, figures).write(document);
            new DocxBody(docx, sheet, numbering, tables, figures, FixedWords.in(document.language()), new Sections(docx, sheet, page))
                    .write(document.blocks());
            numbering.into(docx);
            properties(docx, document, date);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            docx.write(out);
            return StableZip.of(out.toByteArray(), Map.of("word/settings.xml", Resources.read("settings.xml")));
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException("the report could not be written as DOCX", e);
        }
    }

    private static WordTemplate template(HouseStyles styles) {
        try {
            return WordTemplate.read(styles.docx());
        } catch (WordTemplateException e) {
            throw new IllegalArgumentException("the template " + e.getMessage(), e);
        }
    }

    private static void edges(XWPFDocument docx, ReportDocument document, Optional<WordTemplate> template, Page page, StyleSheet sheet)
            throws IOException {
        CTSectPr section = docx.getDocument().getBody().addNewSectPr();
        PageEdges edges = new PageEdges(docx, section);
        if (template.isPresent()) {
            edges.template(template.get());
        }
        page.into(section);
        if (template.stream().flatMap(each -> each.letterheads().stream()).allMatch(Letterhead::header)) {
            edges.footer(document, sheet);
        }
    }

    private static void properties(XWPFDocument docx, ReportDocument document, LocalDate date)
            throws InvalidFormatException {
        String made = date + "T00:00:00Z";
        POIXMLProperties.CoreProperties core = docx.getProperties().getCoreProperties();
        core.setTitle(Runs.visible(document.title()));
        core.setSubjectProperty(Runs.visible(document.subtitle()));
        core.setCreator(document.author().isEmpty() ? "Quorate" : Runs.visible(document.author()));
        core.setCreated(made);
        core.setModified(made);
        docx.getProperties().getExtendedProperties().getUnderlyingProperties().setApplication("Quorate");
    }
}

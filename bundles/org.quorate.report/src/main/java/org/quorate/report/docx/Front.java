// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.quorate.report.document.FixedWords;
import org.quorate.report.document.Heading;
import org.quorate.report.document.ReportDocument;

/** Writes the first page: cover and contents. */
final class Front {

    private final XWPFDocument docx;
    private final StyleSheet sheet;
    private final DocxTables tables;
    private final Figures figures;

    Front(XWPFDocument docx, StyleSheet sheet, DocxTables tables, Figures figures) {
        this.docx = docx;
        this.sheet = sheet;
        this.tables = tables;
        this.figures = figures;
    }

    /** Where links to a chapter or section lead. Word takes no more than 40 characters. */
    static String bookmark(int heading) {
        return "_Quorate" + heading;
    }

    void write(ReportDocument document) {
        document.brand().logo().ifPresent(logo -> figures.logo(logo, docx.createParagraph()));
        Runs.text(paragraph(Style.TITLE), document.title());
        if (!document.subtitle().isEmpty()) {
            Runs.text(paragraph(Style.SUBTITLE), document.subtitle());
        }
        tables.keyValues(document.about());
        contents(document);
    }

    /**
     * A line a chapter, each a link with a field for its page. It is no field as a whole: LibreOffice shows such a one as it
     * was stored, without pages, until somebody updates it, while it works out the pages of these at once, as Word does.
     */
    private void contents(ReportDocument document) {
        List<Heading> headings = document.blocks().stream().filter(Heading.class::isInstance).map(Heading.class::cast).toList();
        if (headings.stream().anyMatch(Front::chapter)) {
            Runs.text(paragraph(Style.CONTENTS_TITLE), FixedWords.in(document.language()).contents());
        }
        for (int i = 0; i < headings.size(); i++) {
            if (chapter(headings.get(i))) {
                XWPFParagraph line = paragraph(Style.CONTENTS);
                CTHyperlink link = line.getCTP().addNewHyperlink();
                link.setAnchor(bookmark(i));
                Runs.text(new XWPFHyperlinkRun(link, link.addNewR(), line), headings.get(i).text());
                line.createRun().addTab();
                Runs.stale(line, "PAGEREF " + bookmark(i) + " \\h");
            }
        }
    }

    private static boolean chapter(Heading heading) {
        return heading.level() == 2;
    }

    private XWPFParagraph paragraph(Style style) {
        XWPFParagraph paragraph = docx.createParagraph();
        paragraph.setStyle(sheet.id(style));
        return paragraph;
    }
}

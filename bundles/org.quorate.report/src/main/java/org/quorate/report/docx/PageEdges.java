// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHdrFtrRef;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr;
import org.quorate.report.document.FixedWords;
import org.quorate.report.document.ReportDocument;

/** Puts into a document what is the same on its pages: a template's headers and footers and its theme, or our own footer. */
final class PageEdges {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String THEME = "application/vnd.openxmlformats-officedocument.theme+xml";

    private final XWPFDocument docx;
    private final CTSectPr section;
    private int parts;

    PageEdges(XWPFDocument docx, CTSectPr section) {
        this.docx = docx;
        this.section = section;
    }

    void template(WordTemplate template) throws IOException {
        for (Letterhead letterhead : template.letterheads()) {
            letterhead(letterhead);
        }
        if (template.titlePage()) {
            section.addNewTitlePg();
        }
        if (template.theme().isPresent()) {
            PackagePart part = part("/word/theme/theme1.xml", THEME, template.theme().get());
            docx.getPackagePart().addRelationship(part.getPartName(), TargetMode.INTERNAL, Xml.R + "/theme");
        }
    }

    /** Title of the report and number of the page. */
    void footer(ReportDocument document, StyleSheet sheet) {
        FixedWords words = FixedWords.in(document.language());
        XWPFParagraph line = docx.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        line.setStyle(sheet.id(Style.FOOTER));
        Runs.text(line, document.title());
        line.createRun().addTab();
        Runs.text(line, words.page() + " ");
        Runs.field(line, "PAGE", "1");
        Runs.text(line, " " + words.of() + " ");
        Runs.field(line, "NUMPAGES", "1");
    }

    private void letterhead(Letterhead letterhead) throws IOException {
        String name = letterhead.header() ? "header" : "footer";
        PackagePart part = part("/word/" + name + "Template" + ++parts + ".xml", WORD + name + "+xml", letterhead.xml());
        for (Map.Entry<String, Letterhead.Image> each : letterhead.images().entrySet()) {
            Letterhead.Image image = each.getValue();
            PackagePart picture = part("/word/media/template" + ++parts + "." + image.ending(), image.kind(), image.bytes());
            part.addRelationship(picture.getPartName(), TargetMode.INTERNAL, XWPFRelation.IMAGES.getRelation(), each.getKey());
        }
        CTHdrFtrRef reference = letterhead.header() ? section.addNewHeaderReference() : section.addNewFooterReference();
        reference.setType(letterhead.first() ? STHdrFtr.FIRST : STHdrFtr.DEFAULT);
        reference.setId(docx.getPackagePart().addRelationship(part.getPartName(), TargetMode.INTERNAL, Xml.R + "/" + name).getId());
    }

    private PackagePart part(String name, String kind, byte[] bytes) throws IOException {
        try {
            PackagePartName partName = PackagingURIHelper.createPartName(name);
            PackagePart part = docx.getPackage().createPart(partName, kind);
            try (OutputStream out = part.getOutputStream()) {
                out.write(bytes);
            }
            return part;
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(name, e);
        }
    }
}

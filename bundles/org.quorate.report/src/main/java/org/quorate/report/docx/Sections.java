// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.quorate.report.document.Table;

/** Turns the paper for tables that are too wide for it, and back. Not thread-safe. */
final class Sections {

    private final XWPFDocument docx;
    private final StyleSheet sheet;
    private final Page upright;
    private boolean sideways;

    /** For a document whose last section has its headers and footers already. */
    Sections(XWPFDocument docx, StyleSheet sheet, Page upright) {
        this.docx = docx;
        this.sheet = sheet;
        this.upright = upright;
    }

    /** The paper that is written on. */
    Page page() {
        return sideways ? upright.turned() : upright;
    }

    /** Whether a table needs paper on its side. */
    boolean tooNarrow(Table table) {
        return upright.wide() < upright.high() && ColumnWidths.crowded(table, upright.text());
    }

    /** What follows stands on paper of that kind; whether that begins a page. */
    boolean turn(boolean toSideways) {
        if (toSideways == sideways) {
            return false;
        }
        XWPFParagraph end = docx.createParagraph();
        end.setStyle(sheet.id(Style.SPACE));
        CTSectPr last = docx.getDocument().getBody().getSectPr();
        end.getCTP().getPPr().addNewSectPr().set(last);
        if (last.isSetTitlePg()) {
            last.unsetTitlePg(); // the first page is that of the first section
        }
        sideways = toSideways;
        page().into(last);
        return true;
    }
}

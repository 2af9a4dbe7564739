// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** The ids of the styles in {@code styles.xml}. */
final class Styles {

    static final String TITLE = "Title";
    static final String SUBTITLE = "Subtitle";
    static final String CHAPTER = "Heading1";
    static final String SECTION = "Heading2";
    static final String CONTENTS = "TOC1";
    static final String CAPTION = "Caption";
    static final String REMARK = "QuorateRemark";
    static final String FIGURE = "QuorateFigure";
    static final String CELL = "QuorateCell";
    static final String CODE = "QuorateCode";
    static final String NOTE = "QuorateNotice";
    static final String VERDICT = "QuorateVerdict";
    static final String WARNING = "QuorateWarning";
    static final String DANGER = "QuorateDanger";
    static final String FOOTER = "Footer";
    static final String TABLE = "QuorateTable";

    private Styles() {
    }

    static void into(XWPFDocument docx) throws IOException {
        try (InputStream in = Styles.class.getResourceAsStream("styles.xml")) {
            if (in == null) {
                throw new IllegalStateException("the styles are missing from this installation");
            }
            docx.createStyles().setStyles(StylesDocument.Factory.parse(in).getStyles());
        } catch (XmlException e) {
            throw new IllegalStateException("the styles of this installation are damaged", e);
        }
    }
}

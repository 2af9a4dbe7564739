// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFldChar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.quorate.report.text.VisibleText;

/** Text of paragraphs. All text passes through here: what XML cannot hold is made visible. */
final class Runs {

    /** Of intervals, units and remarks beside a figure. */
    private static final String MUTED = "57606A";

    private Runs() {
    }

    /** A text as it may stand in XML. */
    static String visible(String text) {
        return VisibleText.lines(text);
    }

    static XWPFRun text(XWPFParagraph paragraph, String text) {
        return text(paragraph.createRun(), text);
    }

    static XWPFRun text(XWPFRun run, String text) {
        String[] lines = visible(text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
        return run;
    }

    static XWPFRun muted(XWPFParagraph paragraph, String text) {
        XWPFRun run = text(paragraph, text);
        run.setColor(MUTED);
        return run;
    }

    static XWPFRun bold(XWPFParagraph paragraph, String text) {
        XWPFRun run = text(paragraph, text);
        run.setBold(true);
        return run;
    }

    /** What the word processor works out, with what to show until it does. */
    static void field(XWPFParagraph paragraph, String code, String shown) {
        field(paragraph, code, shown, false);
    }

    /** The same, to be worked out when the document is opened. */
    static void stale(XWPFParagraph paragraph, String code) {
        field(paragraph, code, "", true);
    }

    private static void field(XWPFParagraph paragraph, String code, String shown, boolean stale) {
        CTFldChar begin = paragraph.createRun().getCTR().addNewFldChar();
        begin.setFldCharType(STFldCharType.BEGIN);
        if (stale) {
            begin.setDirty(true);
        }
        paragraph.createRun().getCTR().addNewInstrText().setStringValue(" " + code + " ");
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        text(paragraph, shown);
        paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.docx;

import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/**
 * A page and its margins, all in twentieths of a point.
 *
 * @param wide   of the paper
 * @param high   of the paper
 * @param left   margin
 * @param right  margin
 * @param top    margin
 * @param bottom margin
 * @param header from the upper edge to the header
 * @param footer from the lower edge to the footer
 */
record Page(int wide, int high, int left, int right, int top, int bottom, int header, int footer) {

    /** A4, 210 mm × 297 mm, with 18 mm at the sides. */
    static final Page A4 = new Page(11_906, 16_838, 1_020, 1_020, 1_020, 1_220, 500, 500);

    /** Of a line. */
    int text() {
        return wide - left - right;
    }

    /** What lines have of the height, in twentieths of a point. */
    int lines() {
        return high - top - bottom;
    }

    /** The same paper with its long side below, or with its short side if it lies so already. */
    Page turned() {
        return new Page(high, wide, left, right, top, bottom, header, footer);
    }

    void into(CTSectPr section) {
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(wide);
        size.setH(high);
        size.setOrient(wide > high ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setLeft(left);
        margins.setRight(right);
        margins.setTop(top);
        margins.setBottom(bottom);
        margins.setHeader(header);
        margins.setFooter(footer);
        margins.setGutter(0);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Palette;
import org.quorate.report.text.VisibleText;

/**
 * How one drawing looks.
 *
 * @param palette colours
 * @param fonts   faces
 * @param titled  with title and background
 * @param width   of the drawing
 */
record Look(Palette palette, Fonts fonts, boolean titled, int width) {

    private static final FontRenderContext UNSCALED = new FontRenderContext(null, true, true);

    /** Characters of a text that are looked at: no drawing is wide enough for more. */
    private static final int LONGEST = 500;

    Color colour(Ink ink) {
        return new Color(palette.colour(ink));
    }

    /** Of axes, legends and labels. */
    Font text() {
        return fonts.regular().deriveFont(12f);
    }

    /** Of marks on axes and values. */
    Font small() {
        return fonts.regular().deriveFont(11f);
    }

    /** Of titles of groups of bars. */
    Font strong() {
        return fonts.bold().deriveFont(Font.BOLD, 12f);
    }

    /** Of the title of the chart. */
    Font title() {
        return fonts.bold().deriveFont(Font.BOLD, 14f);
    }

    static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, UNSCALED).getWidth();
    }

    /** The text on one line, cut with an ellipsis if it is wider than that. */
    static String fitted(String text, Font font, double most) {
        String line = VisibleText.line(text);
        if (width(line, font) <= most) {
            return line;
        }
        int[] points = line.codePoints().limit(LONGEST).toArray();
        int fits = 1;
        int tooMany = points.length + 1;
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) >>> 1;
            if (width(cut(points, middle), font) <= most) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return cut(points, fits);
    }

    private static String cut(int[] points, int end) {
        return new String(points, 0, end).strip() + "…";
    }
}

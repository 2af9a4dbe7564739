// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItem;
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

    /** Half the height of a capital of Liberation Sans (1409 of 2048 units of the em). */
    private static final double HALF_CAPITAL = 1409 / 2048.0 / 2;
    /** Of the width of the drawing. */
    private static final double LONGEST_IN_LEGEND = 0.7;
    /** Side of a coloured square in a legend. */
    static final double SQUARE = 12;

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

    /** What an entry of the legend is called, cut if there is no room. */
    String legend(String name) {
        return shown(name, text(), width * LONGEST_IN_LEGEND);
    }

    /** An entry of the legend with a coloured square. */
    LegendItem legend(String name, Ink ink) {
        return new LegendItem(legend(name), null, null, null, square(), colour(ink));
    }

    /** Around 0, for legends. */
    static Rectangle2D square() {
        return new Rectangle2D.Double(-SQUARE / 2, -SQUARE / 2, SQUARE, SQUARE);
    }

    /** Writes a text whose capitals have their middle at {@code middle}. */
    static void draw(Graphics2D g2, String text, Font font, double left, double middle) {
        g2.setFont(font);
        g2.drawString(text, (float) left, (float) (middle + font.getSize2D() * HALF_CAPITAL));
    }

    static double width(String text, Font font) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, UNSCALED).getWidth();
    }

    /** The text as these fonts show it, on one line, cut with an ellipsis if it is wider than that. */
    String shown(String text, Font font, double most) {
        return fitted(fonts.shown(VisibleText.line(text)), font, most);
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

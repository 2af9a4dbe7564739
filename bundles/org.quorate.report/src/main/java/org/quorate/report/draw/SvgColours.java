// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Palette;

/**
 * Lets a page decide the colours of an SVG. JFreeSVG writes each colour as {@code rgb(…)}, so a chart is drawn with a
 * palette that gives every ink a colour of its own, and each of these is then replaced by what stands for the ink.
 */
final class SvgColours {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern COLOUR = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
    /** The first of the colours that stand for inks; their order is that of the inks. */
    private static final int FIRST = 0x010100;

    private SvgColours() {
    }

    static Palette placeholders() {
        Map<Ink, Integer> colours = new EnumMap<>(Ink.class);
        for (Ink ink : Ink.values()) {
            colours.put(ink, FIRST + ink.ordinal());
        }
        return new Palette(colours);
    }

    /** Only tags are touched, never text: a name in a chart may read {@code rgb(1,1,0)}. */
    static String replace(String svg, Function<Ink, String> css) {
        return TAG.matcher(svg).replaceAll(tag -> Matcher.quoteReplacement(
                COLOUR.matcher(tag.group()).replaceAll(colour -> Matcher.quoteReplacement(css.apply(ink(colour))))));
    }

    private static Ink ink(java.util.regex.MatchResult colour) {
        int value = Integer.parseInt(colour.group(1)) << 16 | Integer.parseInt(colour.group(2)) << 8
                | Integer.parseInt(colour.group(3));
        int index = value - FIRST;
        if (index < 0 || index >= Ink.values().length) {
            throw new IllegalStateException("a chart was drawn with a colour that is no ink: " + colour.group());
        }
        return Ink.values()[index];
    }
}

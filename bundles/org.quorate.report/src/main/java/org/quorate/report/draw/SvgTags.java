// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Palette;

/**
 * Rewrites the tags that JFreeSVG wrote, never the text between them: a name in a chart may read {@code rgb(1,1,0)}.
 *
 * <p>Colours: JFreeSVG writes each one as {@code rgb(…)}, so a chart is drawn with a palette that gives every ink a
 * colour of its own, and each of these is then replaced by what stands for the ink. That lets a page decide the
 * colours.
 *
 * <p>Size: what every text and every line says again, font family and full opacity, is said once or left out.
 */
final class SvgTags {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern COLOUR = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
    private static final Pattern REPEATED = Pattern.compile(
            "[;\\s]*(fill|stroke)-opacity:\\s*1\\.0|\\s*font-family: [^;]*;");
    /** The first of the colours that stand for inks; their order is that of the inks. */
    private static final int FIRST = 0x010100;

    private SvgTags() {
    }

    static Palette placeholders() {
        Map<Ink, Integer> colours = new EnumMap<>(Ink.class);
        for (Ink ink : Ink.values()) {
            colours.put(ink, FIRST + ink.ordinal());
        }
        return new Palette(colours);
    }

    /** The finished element. */
    static String rewrite(String svg, Function<Ink, String> css) {
        String once = "<svg style='font-family:" + Fonts.SVG_FAMILY + "'";
        return TAG.matcher(svg).replaceAll(tag -> Matcher.quoteReplacement(rewriteTag(tag.group(), css)))
                .replaceFirst("^<svg", Matcher.quoteReplacement(once));
    }

    private static String rewriteTag(String tag, Function<Ink, String> css) {
        String shorter = REPEATED.matcher(tag).replaceAll("")
                .replace(" xmlns:xlink='http://www.w3.org/1999/xlink'", "")
                .replace(" xmlns:jfreesvg='http://www.jfree.org/jfreesvg/svg'", "");
        return COLOUR.matcher(shorter).replaceAll(colour -> Matcher.quoteReplacement(css.apply(ink(colour))));
    }

    private static Ink ink(MatchResult colour) {
        int value = Integer.parseInt(colour.group(1)) << 16 | Integer.parseInt(colour.group(2)) << 8
                | Integer.parseInt(colour.group(3));
        int index = value - FIRST;
        if (index < 0 || index >= Ink.values().length) {
            throw new IllegalStateException("a chart was drawn with a colour that is no ink: " + colour.group());
        }
        return Ink.values()[index];
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Palette;
import org.quorate.report.document.Brand;
import org.quorate.report.draw.ChartPainter;

/** The style of a page: a file of its own, the colours of the charts from their palettes, and that of the brand. */
final class StyleSheet {

    /** Shares of the accent, of 64, in the background of a verdict on a light and on a dark page. */
    private static final int TINT_LIGHT = 5;
    private static final int TINT_DARK = 10;

    private StyleSheet() {
    }

    static String css(Brand brand) {
        return variables(Palette.LIGHT, brand, TINT_LIGHT)
                + "@media screen and (prefers-color-scheme: dark) {\n" + variables(Palette.DARK, brand, TINT_DARK) + "}\n"
                + file("report.css");
    }

    /** For paper, where there are no variables: the accent is written in. */
    static String printed(Brand brand) {
        int paper = Palette.LIGHT.colour(Ink.BACKGROUND);
        int tint = brand.tint(paper, TINT_LIGHT);
        return file("print.css") + "h1, h2, h3, a, .contents-title { color: " + hex(brand.accentOn(paper)) + "; }\n"
                + "h2, .cover h1, .contents-title { border-color: " + brand.accent() + "; }\n"
                + ".verdict { border-color: " + brand.accent() + "; background: " + hex(tint) + "; }\n";
    }

    private static String variables(Palette palette, Brand brand, int share) {
        int background = palette.colour(Ink.BACKGROUND);
        int tint = brand.tint(background, share);
        StringBuilder css = new StringBuilder(":root {\n");
        for (Ink ink : Ink.values()) {
            variable(css, ChartPainter.variable(ink), palette.colour(ink));
        }
        variable(css, "--accent", brand.accentOn(background));
        variable(css, "--verdict", brand.accentOn(tint));
        variable(css, "--verdict-soft", tint);
        return css.append("}\n").toString();
    }

    private static void variable(StringBuilder css, String name, int colour) {
        css.append("  ").append(name).append(": ").append(hex(colour)).append(";\n");
    }

    private static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }

    private static String file(String name) {
        try (InputStream in = StyleSheet.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the style sheet is missing from this installation");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

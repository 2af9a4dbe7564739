// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Palette;
import org.quorate.report.draw.ChartPainter;

/** The style of the page: a file of its own, and the colours of the charts from their palettes. */
final class StyleSheet {

    private StyleSheet() {
    }

    static String css() {
        return variables(":root", Palette.LIGHT)
                + "@media screen and (prefers-color-scheme: dark) {\n" + variables(":root", Palette.DARK) + "}\n"
                + file("report.css");
    }

    static String printed() {
        return file("print.css");
    }

    private static String variables(String selector, Palette palette) {
        StringBuilder css = new StringBuilder(selector).append(" {\n");
        for (Ink ink : Ink.values()) {
            css.append("  ").append(ChartPainter.variable(ink))
                    .append(String.format(Locale.ROOT, ": #%06x;%n", palette.colour(ink)).replace("\r", ""));
        }
        return css.append("}\n").toString();
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

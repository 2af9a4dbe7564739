// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Palette;

/** Contrast on the ground that pages have in each theme, as WCAG 2.1 counts it (1.4.3 for text, 1.4.11 for what carries data). */
class ScreenPaletteTest {

    private static int ground(String theme) throws IOException {
        String css = Files.readString(Path.of("..", "org.quorate.ui", "css", theme + ".css"));
        Matcher rule = Pattern.compile("#QuoratePage ChartCanvas,[^{]*\\{\\s*background-color: #(\\p{XDigit}{6});").matcher(css);
        assertTrue(rule.find(), theme);
        return Integer.parseInt(rule.group(1), 16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everythingStandsOutFromThePage(String theme) throws IOException {
        int ground = ground(theme);
        Palette palette = ScreenPalette.on(ground);
        assertEquals(ground, palette.colour(Ink.BACKGROUND));
        assertTrue(Palette.contrast(palette.colour(Ink.TEXT), ground) >= 4.5, "text, also in the box that says what is pointed at");
        for (Ink ink : Stream.of(Ink.series().stream(), Ink.parts().stream(), Stream.of(Ink.AXIS)).flatMap(inks -> inks).toList()) {
            assertTrue(Palette.contrast(palette.colour(ink), ground) >= 3, ink + " in the theme " + theme);
        }
        for (Ink ink : Stream.concat(Ink.parts().stream(), Ink.shades().stream()).toList()) {
            assertTrue(Palette.contrast(palette.colour(ink), palette.colour(ink.label())) >= 4.5, "words on " + ink);
        }
    }
}

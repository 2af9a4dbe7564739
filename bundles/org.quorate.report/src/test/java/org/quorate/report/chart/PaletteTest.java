// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {

    static Stream<Palette> palettes() {
        return Stream.of(Palette.LIGHT, Palette.DARK);
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertEquals(21, Palette.contrast(0x000000, 0xFFFFFF), 1e-9);
        assertEquals(1, Palette.contrast(0x336699, 0x336699), 1e-9);
        // The grey that is named most often as the lightest one that may carry text on white.
        assertEquals(4.54, Palette.contrast(0x767676, 0xFFFFFF), 0.005);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void textAndDataStandOutFromTheBackground(Palette palette) {
        int background = palette.colour(Ink.BACKGROUND);
        assertTrue(Palette.contrast(palette.colour(Ink.TEXT), background) >= 7);
        assertTrue(Palette.contrast(palette.colour(Ink.AXIS), background) >= 3);
        for (Ink ink : Stream.concat(Ink.series().stream(), Ink.parts().stream()).toList()) {
            assertTrue(Palette.contrast(palette.colour(ink), background) >= 3, ink + " on the background");
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void wordsOnPartsAreLegible(Palette palette) {
        for (Ink part : Ink.parts()) {
            assertTrue(Palette.contrast(palette.colour(part.label()), palette.colour(part)) >= 4.5, part.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void wordsOnShadesAreLegibleAndShadesAreToldApartByColourBlindReaders(Palette palette) {
        List<Ink> shades = Ink.shades();
        for (int i = 0; i < shades.size(); i++) {
            assertTrue(Palette.contrast(palette.colour(shades.get(i).label()), palette.colour(shades.get(i))) >= 4.5, shades.get(i).toString());
            for (int j = i + 1; j < shades.size(); j++) {
                for (double[][] eye : List.of(Eyes.FULL, Eyes.PROTANOPIA, Eyes.DEUTERANOPIA)) {
                    double distance = Eyes.distance(palette.colour(shades.get(i)), palette.colour(shades.get(j)), eye);
                    assertTrue(distance > 10, shades.get(i) + " and " + shades.get(j) + ": " + distance);
                }
            }
        }
        // The further from the middle, the further from its lightness.
        double middle = Eyes.lab(palette.colour(Ink.SHADE_4), Eyes.FULL)[0];
        for (int side : new int[] {-1, 1}) {
            double last = 0;
            for (int depth = 1; depth <= 3; depth++) {
                double away = Math.abs(Eyes.lab(palette.colour(shades.get(3 + side * depth)), Eyes.FULL)[0] - middle);
                assertTrue(away > last + 4, shades.get(3 + side * depth) + ": " + away);
                last = away;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void neighbouringPartsDifferInLightnessAlone(Palette palette) {
        List<Ink> parts = Ink.parts();
        for (int i = 1; i < parts.size(); i++) {
            double step = Math.abs(Eyes.lab(palette.colour(parts.get(i)), Eyes.FULL)[0]
                    - Eyes.lab(palette.colour(parts.get(i - 1)), Eyes.FULL)[0]);
            assertTrue(step > 15, parts.get(i - 1) + " and " + parts.get(i) + " on a grey print: " + step);
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void seriesAreToldApartByColourBlindReaders(Palette palette) {
        for (double[][] eye : List.of(Eyes.FULL, Eyes.PROTANOPIA, Eyes.DEUTERANOPIA)) {
            List<Ink> inks = new ArrayList<>(Ink.series());
            for (int i = 0; i < inks.size(); i++) {
                for (int j = i + 1; j < inks.size(); j++) {
                    double distance = Eyes.distance(palette.colour(inks.get(i)), palette.colour(inks.get(j)), eye);
                    assertTrue(distance > 12, inks.get(i) + " and " + inks.get(j) + ": " + distance);
                }
            }
        }
    }

    @Test
    void noTwoOfTheFirstContendersShareAnything() {
        List<SeriesStyle> styles = List.of(SeriesStyle.candidate(0), SeriesStyle.candidate(1), SeriesStyle.candidate(2),
                SeriesStyle.baseline(0));
        assertEquals(4, styles.stream().map(SeriesStyle::ink).distinct().count());
        assertEquals(4, styles.stream().map(SeriesStyle::line).distinct().count());
        assertEquals(4, styles.stream().map(SeriesStyle::marker).distinct().count());
        assertEquals(20, Stream.iterate(0, i -> i + 1).limit(20).map(SeriesStyle::candidate).distinct().count());
    }
}

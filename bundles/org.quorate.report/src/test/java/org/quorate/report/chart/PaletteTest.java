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

    /**
     * Simulation matrices for full deficiency, linear RGB (Machado, Oliveira, Fernandes 2009, table 1, severity 1.0).
     */
    private static final double[][] PROTANOPIA = {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
        {-0.003882, -0.048116, 1.051998}};
    private static final double[][] DEUTERANOPIA = {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
        {-0.011820, 0.042940, 0.968881}};
    private static final double[][] FULL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

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
                for (double[][] eye : List.of(FULL, PROTANOPIA, DEUTERANOPIA)) {
                    double distance = distance(palette.colour(shades.get(i)), palette.colour(shades.get(j)), eye);
                    assertTrue(distance > 10, shades.get(i) + " and " + shades.get(j) + ": " + distance);
                }
            }
        }
        // The further from the middle, the further from its lightness.
        double middle = lab(palette.colour(Ink.SHADE_4), FULL)[0];
        for (int side : new int[] {-1, 1}) {
            double last = 0;
            for (int depth = 1; depth <= 3; depth++) {
                double away = Math.abs(lab(palette.colour(shades.get(3 + side * depth)), FULL)[0] - middle);
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
            double step = Math.abs(lab(palette.colour(parts.get(i)), FULL)[0]
                    - lab(palette.colour(parts.get(i - 1)), FULL)[0]);
            assertTrue(step > 15, parts.get(i - 1) + " and " + parts.get(i) + " on a grey print: " + step);
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void seriesAreToldApartByColourBlindReaders(Palette palette) {
        for (double[][] eye : List.of(FULL, PROTANOPIA, DEUTERANOPIA)) {
            List<Ink> inks = new ArrayList<>(Ink.series());
            for (int i = 0; i < inks.size(); i++) {
                for (int j = i + 1; j < inks.size(); j++) {
                    double distance = distance(palette.colour(inks.get(i)), palette.colour(inks.get(j)), eye);
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

    /** Distance in CIE L*a*b* (D65), as an eye of that kind sees it. */
    private static double distance(int first, int second, double[][] eye) {
        double[] a = lab(first, eye);
        double[] b = lab(second, eye);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] lab(int colour, double[][] eye) {
        double[] rgb = {linear(colour >> 16 & 0xFF), linear(colour >> 8 & 0xFF), linear(colour & 0xFF)};
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.max(0, Math.min(1, eye[i][0] * rgb[0] + eye[i][1] * rgb[1] + eye[i][2] * rgb[2]));
        }
        double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
        double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
        double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

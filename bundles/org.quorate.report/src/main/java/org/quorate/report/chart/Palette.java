// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Colours of charts. Those of the two palettes here keep a contrast to the background of at least 4.5 for text and 3
 * for everything that carries data (WCAG 2.1, success criteria 1.4.3 and 1.4.11); neighbouring parts differ in
 * lightness and series in colour also for readers with protanopia and deuteranopia. A test holds all of this.
 *
 * @param colours 0xRRGGBB of every ink
 */
public record Palette(Map<Ink, Integer> colours) {

    /** On white, for paper and light screens. */
    public static final Palette LIGHT = of(0xFFFFFF, 0x1F2328, 0xDFE3E8, 0x6B7280,
            new int[] {0x0B4F9E, 0xD0540F, 0x117A5B, 0xB05AC0, 0x5A4A00, 0x767C85},
            new int[] {0x1F4E96, 0x5B93E6, 0x7A4406, 0xCC7722, 0x6A1B6E, 0xC763C9, 0x0B5D3B, 0x2FA36B, 0x3F4247,
                    0x8C9198},
            new int[] {0x0B4F9E, 0x6FA3E8, 0xC6DCF8, 0xEEF0F2, 0xFBDCC4, 0xEC9A5B, 0xA8420A});

    /** On near-black, for dark screens. */
    public static final Palette DARK = of(0x16191D, 0xE6E8EB, 0x343A42, 0x8B929C,
            new int[] {0x5AB0FF, 0xFFB066, 0x2EA67E, 0xE9B8F5, 0xB59E1E, 0x9AA1AB},
            new int[] {0x8FBCFF, 0x4B7FD6, 0xFFC07A, 0xC4752A, 0xEDA9EE, 0xAE55B3, 0x7FE0B0, 0x2E9463, 0xD5D8DC,
                    0x7E848D},
            new int[] {0x6DBAFF, 0x2F72B8, 0x1B3A5C, 0x272C33, 0x573720, 0xB5652A, 0xFFB066});

    public Palette {
        colours = Collections.unmodifiableMap(new EnumMap<>(colours));
        if (colours.size() != Ink.values().length) {
            throw new IllegalArgumentException("a palette has a colour for every ink");
        }
    }

    /** 0xRRGGBB of an ink. */
    public int colour(Ink ink) {
        return colours.get(ink);
    }

    /** Contrast ratio of two colours, 1 to 21 (WCAG 2.1, "contrast ratio"). */
    public static double contrast(int first, int second) {
        double a = luminance(first);
        double b = luminance(second);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static Palette of(int background, int text, int grid, int axis, int[] series, int[] parts,
            int[] shades) {
        Map<Ink, Integer> colours = new EnumMap<>(Ink.class);
        colours.put(Ink.BACKGROUND, background);
        colours.put(Ink.TEXT, text);
        colours.put(Ink.GRID, grid);
        colours.put(Ink.AXIS, axis);
        for (int i = 0; i < series.length; i++) {
            colours.put(Ink.series().get(i), series[i]);
        }
        labelled(colours, Ink.parts(), parts);
        labelled(colours, Ink.shades(), shades);
        return new Palette(colours);
    }

    private static void labelled(Map<Ink, Integer> colours, List<Ink> inks, int[] values) {
        for (int i = 0; i < values.length; i++) {
            colours.put(inks.get(i), values[i]);
            colours.put(inks.get(i).label(), contrast(values[i], 0xFFFFFF) >= 4.5 ? 0xFFFFFF : 0x000000);
        }
    }

    /** Relative luminance of an sRGB colour (WCAG 2.1, "relative luminance"). */
    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xFF) + 0.7152 * linear(colour >> 8 & 0xFF)
                + 0.0722 * linear(colour & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

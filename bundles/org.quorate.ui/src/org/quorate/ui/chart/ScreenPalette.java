// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.chart;

import java.util.EnumMap;
import java.util.Map;

import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Palette;

/** Colours of charts that stand on a window's own background. Pure functions. */
final class ScreenPalette {

    private static final int WHITE = 0xFFFFFF;

    private ScreenPalette() {
    }

    /** The palette whose texts are easier to read on a background, 0xRRGGBB, with that background. */
    static Palette on(int background) {
        boolean light = Palette.contrast(background, 0) > Palette.contrast(background, WHITE);
        Map<Ink, Integer> colours = new EnumMap<>((light ? Palette.LIGHT : Palette.DARK).colours());
        colours.put(Ink.BACKGROUND, background);
        return new Palette(colours);
    }
}

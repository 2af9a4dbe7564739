// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

import java.util.Optional;
import java.util.regex.Pattern;
import org.quorate.report.chart.Palette;

/**
 * How a report looks like its writer's. Immutable.
 *
 * @param logo   on the cover; absent: none
 * @param accent colour of titles and rules, {@code #rrggbb} in lower case; dark enough for text on white paper
 * @param styles of reports for word processors; absent: those of the program
 */
public record Brand(Optional<Logo> logo, String accent, Optional<HouseStyles> styles) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    /** Of small text (WCAG 2.1, success criterion 1.4.3), with a hair above it. */
    private static final double CONTRAST = 4.6;
    private static final int STEPS = 64;

    /** Of reports that say nothing of it. */
    public static final Brand NONE = new Brand(Optional.empty(), "#0b4f9e");

    /** With the program's styles. */
    public Brand(Optional<Logo> logo, String accent) {
        this(logo, accent, Optional.empty());
    }

    public Brand {
        if (!COLOUR.matcher(accent).matches()) {
            throw new IllegalArgumentException("not a colour: " + accent);
        }
    }

    /**
     * The accent for text on a background: as it is, or as much darker on a light background, lighter on a dark one, as it takes to be
     * read.
     *
     * @param background 0xRRGGBB
     * @return 0xRRGGBB, with a contrast of at least 4.5 to the background
     */
    public int accentOn(int background) {
        int own = Integer.parseInt(accent.substring(1), 16);
        int towards = Palette.contrast(background, 0xFFFFFF) > Palette.contrast(background, 0x000000) ? 0xFFFFFF : 0x000000;
        int step = 0;
        while (step < STEPS && Palette.contrast(mixed(own, towards, step), background) < CONTRAST) {
            step++;
        }
        return mixed(own, towards, step);
    }

    /** A background with a little of the accent in it: {@code share} of 64. */
    public int tint(int background, int share) {
        return mixed(background, Integer.parseInt(accent.substring(1), 16), share);
    }

    private static int mixed(int from, int to, int step) {
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int channel = ((from >> shift & 0xFF) * (STEPS - step) + (to >> shift & 0xFF) * step + STEPS / 2) / STEPS;
            colour |= channel << shift;
        }
        return colour;
    }
}

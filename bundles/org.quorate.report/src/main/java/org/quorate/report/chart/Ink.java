// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.List;

/** What a colour is for; a {@link Palette} says which colour that is. */
public enum Ink {
    BACKGROUND,
    /** Titles, labels, intervals. */
    TEXT,
    /** Lines at the ticks, behind the data. */
    GRID,
    /** Lines of the axes. */
    AXIS,
    SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5,
    /** A local file system, shown for reference. */
    BASELINE,
    PART_1, PART_2, PART_3, PART_4, PART_5, PART_6, PART_7, PART_8, PART_9, PART_10,
    ON_PART_1, ON_PART_2, ON_PART_3, ON_PART_4, ON_PART_5, ON_PART_6, ON_PART_7, ON_PART_8, ON_PART_9, ON_PART_10,
    SHADE_1, SHADE_2, SHADE_3, SHADE_4, SHADE_5, SHADE_6, SHADE_7,
    ON_SHADE_1, ON_SHADE_2, ON_SHADE_3, ON_SHADE_4, ON_SHADE_5, ON_SHADE_6, ON_SHADE_7;

    /** Parts of a stacked bar, in the order in which they are stacked: dark and light ones take turns. */
    public static List<Ink> parts() {
        return List.of(PART_1, PART_2, PART_3, PART_4, PART_5, PART_6, PART_7, PART_8, PART_9, PART_10);
    }

    /** The inks of series. */
    public static List<Ink> series() {
        return List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, BASELINE);
    }

    /** From the one side through the middle, the fourth, to the other: where two differ much, and where they do not. */
    public static List<Ink> shades() {
        return List.of(SHADE_1, SHADE_2, SHADE_3, SHADE_4, SHADE_5, SHADE_6, SHADE_7);
    }

    /** The ink of words on a part or a shade; throws {@link IllegalArgumentException} if this is neither. */
    public Ink label() {
        int part = parts().indexOf(this);
        int shade = shades().indexOf(this);
        if (part < 0 && shade < 0) {
            throw new IllegalArgumentException(this + " is no part and no shade");
        }
        return part >= 0 ? values()[ON_PART_1.ordinal() + part] : values()[ON_SHADE_1.ordinal() + shade];
    }
}

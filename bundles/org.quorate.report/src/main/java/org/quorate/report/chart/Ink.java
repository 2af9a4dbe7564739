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
    ON_PART_1, ON_PART_2, ON_PART_3, ON_PART_4, ON_PART_5, ON_PART_6, ON_PART_7, ON_PART_8, ON_PART_9, ON_PART_10;

    /** Parts of a stacked bar, in the order in which they are stacked: dark and light ones take turns. */
    public static List<Ink> parts() {
        return List.of(PART_1, PART_2, PART_3, PART_4, PART_5, PART_6, PART_7, PART_8, PART_9, PART_10);
    }

    /** The inks of series. */
    public static List<Ink> series() {
        return List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, BASELINE);
    }

    /** The ink of words on a part; throws {@link IllegalArgumentException} if this is none. */
    public Ink label() {
        int index = parts().indexOf(this);
        if (index < 0) {
            throw new IllegalArgumentException(this + " is no part");
        }
        return values()[ON_PART_1.ordinal() + index];
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.List;
import java.util.function.Predicate;

/**
 * How the series of one contender look, the same in every chart. Colour, line and marker differ together, so that one
 * of them is enough: on a grey print, for a colour-blind reader.
 *
 * @param ink    colour
 * @param line   dashes
 * @param marker points
 */
public record SeriesStyle(Ink ink, Line line, Marker marker) {

    /** Kinds of lines. */
    public enum Line { SOLID, DASHED, DOTTED, DASH_DOT }

    /** Kinds of points. */
    public enum Marker { CIRCLE, SQUARE, TRIANGLE, DIAMOND, CROSS }

    private static final Ink[] INKS = {Ink.SERIES_1, Ink.SERIES_2, Ink.SERIES_3, Ink.SERIES_4, Ink.SERIES_5};
    private static final Line[] LINES = Line.values();
    private static final Marker[] MARKERS = Marker.values();

    /** Of the candidate with that index, from 0. The first twenty differ. */
    public static SeriesStyle candidate(int index) {
        return new SeriesStyle(INKS[index % INKS.length], LINES[index % LINES.length],
                MARKERS[index % MARKERS.length]);
    }

    /** Of one of several contenders, the same in every chart of a report: candidates and baselines are numbered each for themselves. */
    public static <T> SeriesStyle among(List<T> contenders, T one, Predicate<T> baseline) {
        boolean local = baseline.test(one);
        int index = (int) contenders.subList(0, contenders.indexOf(one)).stream().filter(other -> baseline.test(other) == local).count();
        return local ? baseline(index) : candidate(index);
    }

    /** Of the local baseline with that index, from 0: grey, because it is no candidate. */
    public static SeriesStyle baseline(int index) {
        return new SeriesStyle(Ink.BASELINE, LINES[(index + 3) % LINES.length],
                MARKERS[(index + 4) % MARKERS.length]);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.List;
import java.util.Locale;
import org.quorate.report.chart.Ink;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.map.MapPoint;
import org.quorate.study.map.MapPoint.State;

/**
 * How dark a cell is for which advantage: round limits that suit the largest of the map.
 *
 * @param weak   below this share a difference is small
 * @param strong from this share on it is large
 */
record MapShades(double weak, double strong) {

    /** Round limits, the finest first. The last: two and five times as much. */
    private static final List<MapShades> STEPS = List.of(new MapShades(0.01, 0.03), new MapShades(0.03, 0.1), new MapShades(0.1, 0.3),
            new MapShades(0.25, 1), new MapShades(1, 4));
    /** From here on, twice as much, "3.5 times" says more than "250 %": on cells as in the legend. */
    static final double TIMES = 1;
    private static final int MIDDLE = 3;

    /** The coarsest limits of which the largest advantage reaches the upper one. */
    static MapShades of(CrossoverMap map) {
        double most = map.points().stream().filter(MapShades::significant).flatMap(point -> point.advantage().stream())
                .mapToDouble(Double::doubleValue).max().orElse(0);
        MapShades fitting = STEPS.get(0);
        for (MapShades step : STEPS) {
            fitting = most >= step.strong() ? step : fitting;
        }
        return fitting;
    }

    private static boolean significant(MapPoint point) {
        return point.state() == State.FIRST || point.state() == State.SECOND;
    }

    /** Of a point; the middle one if it is not said who is better. */
    Ink of(MapPoint point) {
        return switch (point.state()) {
            case FIRST -> first(depth(point));
            case SECOND -> second(depth(point));
            case ONLY_FIRST -> first(3);
            case ONLY_SECOND -> second(3);
            default -> Ink.shades().get(MIDDLE);
        };
    }

    private int depth(MapPoint point) {
        // Against nothing at all every figure is large.
        double share = point.advantage().orElse(Double.MAX_VALUE);
        return share >= strong ? 3 : share >= weak ? 2 : 1;
    }

    static Ink first(int depth) {
        return Ink.shades().get(MIDDLE - depth);
    }

    static Ink second(int depth) {
        return Ink.shades().get(MIDDLE + depth);
    }

    /** What a depth of 1 to 3 means, in words. */
    String words(int depth) {
        return switch (depth) {
            case 1 -> "below " + limit(weak);
            case 2 -> (limit(weak) + " to " + limit(strong)).replace(" times to", " to");
            default -> limit(strong) + " or more";
        };
    }

    private static String limit(double share) {
        return share >= TIMES ? String.format(Locale.ROOT, "%.0f times", 1 + share) : String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is where in a drawn chart, in the points that it was drawn in, from the top left. Immutable.
 *
 * @param left   edge of the area of the data
 * @param top    edge of the area of the data
 * @param width  of the area of the data
 * @param height of the area of the data
 * @param x      the axis across as it was drawn; absent if there are no numbers along it
 * @param y      the upright axis as it was drawn; absent if there are no numbers along it
 * @param spots  in drawing order
 */
public record ChartMap(double left, double top, double width, double height, Optional<Axis> x, Optional<Axis> y, List<Spot> spots) {

    /** A point is meant by who points no further away than this. */
    private static final double REACH = 40;

    public ChartMap {
        spots = List.copyOf(spots);
    }

    /** True if a place is where the data are, edges included. */
    public boolean inside(double atX, double atY) {
        return atX >= left && atX <= left + width && atY >= top && atY <= top + height;
    }

    /** What somebody means who points there: the smallest area that holds the place, or else the nearest point within reach. */
    public Optional<Spot> at(double atX, double atY) {
        Optional<Spot> area = spots.stream().filter(spot -> !spot.point() && spot.contains(atX, atY))
                .min(Comparator.comparingDouble(spot -> spot.width() * spot.height()));
        return area.or(() -> inside(atX, atY)
                ? spots.stream().filter(spot -> spot.point() && spot.distance(atX, atY) <= REACH)
                        .min(Comparator.comparingDouble(spot -> spot.distance(atX, atY)))
                : Optional.empty());
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.List;

/**
 * A place in a drawn chart that stands for something. Places are in the points that the chart was drawn in, from the top left.
 *
 * @param series   index of the series, group or kind that it belongs to
 * @param index    in that series; of cells: row by row from the bottom
 * @param name     of the series, bar, line or cell
 * @param readings what can be read off, in order
 * @param x        left edge, or where the point is
 * @param y        top edge, or where the point is
 * @param width    0 for a point
 * @param height   0 for a point
 */
public record Spot(int series, int index, String name, List<Reading> readings, double x, double y, double width, double height) {

    public Spot {
        readings = List.copyOf(readings);
    }

    /** True if it is no area. */
    public boolean point() {
        return width == 0 && height == 0;
    }

    /** True if a place is on it, edges included. */
    public boolean contains(double left, double top) {
        return left >= x && left <= x + width && top >= y && top <= y + height;
    }

    /** From a place to its middle. */
    public double distance(double left, double top) {
        return Math.hypot(x + width / 2 - left, y + height / 2 - top);
    }

    /** Everything in one sentence, for those who hear instead of see. */
    public String spoken() {
        return name + (readings.isEmpty() ? "" : "; " + String.join("; ", readings.stream().map(Reading::line).toList()));
    }
}

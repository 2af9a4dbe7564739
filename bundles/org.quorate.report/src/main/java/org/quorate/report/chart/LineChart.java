// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.List;

/**
 * Lines over a common axis.
 *
 * @param id          see {@link ChartSpec}
 * @param title       see {@link ChartSpec}
 * @param description see {@link ChartSpec}
 * @param x           across
 * @param y           upwards
 * @param series      one or more, drawn in order
 * @param limits      level lines across; may be empty
 */
public record LineChart(String id, String title, String description, Axis x, Axis y, List<Series> series, List<Limit> limits)
        implements ChartSpec {

    /** Without limits. */
    public LineChart(String id, String title, String description, Axis x, Axis y, List<Series> series) {
        this(id, title, description, x, y, series, List.of());
    }

    /**
     * A level line.
     *
     * @param name in the legend
     * @param y    where, in the unit of the upright axis, inside it
     */
    public record Limit(String name, double y) {
    }

    /**
     * One line.
     *
     * @param name   in the legend
     * @param style  how it looks
     * @param points rising in x, inside the axes
     */
    public record Series(String name, SeriesStyle style, List<Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * A point.
     *
     * @param x         in the unit of the axis across
     * @param y         in the unit of the upright axis
     * @param halfWidth of the interval around y, in the same unit; 0: none is drawn. It is cut where the axis ends
     */
    public record Point(double x, double y, double halfWidth) {

        /** Without an interval. */
        public Point(double x, double y) {
            this(x, y, 0);
        }
    }

    public LineChart {
        series = List.copyOf(series);
        limits = List.copyOf(limits);
    }

    @Override
    public LineChart withId(String other) {
        return new LineChart(other, title, description, x, y, series, limits);
    }
}

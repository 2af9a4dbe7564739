// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.List;

/**
 * Points in a plane of two like axes, with lines on which the upright value is a multiple of the one across.
 *
 * @param id          unique in its report
 * @param title       one line
 * @param description in words
 * @param x           across
 * @param y           upwards, with the scale of the one across; where the whole chart is seen also with its ends
 * @param series      one or more, drawn in order
 * @param guides      lines, drawn below the points
 */
public record ScatterChart(String id, String title, String description, Axis x, Axis y, List<Series> series,
        List<Guide> guides) implements ChartSpec {

    /**
     * Points that belong together.
     *
     * @param name   in the legend
     * @param style  how they look; its line is not drawn
     * @param points inside the axes
     */
    public record Series(String name, SeriesStyle style, List<LineChart.Point> points) {
        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * A line.
     *
     * @param name   in the legend; empty: not in it
     * @param factor upright value by value across, more than 0
     * @param line   dashes
     */
    public record Guide(String name, double factor, SeriesStyle.Line line) {
    }

    public ScatterChart {
        series = List.copyOf(series);
        guides = List.copyOf(guides);
        if (x.scale() != y.scale()) {
            throw new IllegalArgumentException("the axes of " + id + " differ");
        }
    }

    @Override
    public ScatterChart withId(String other) {
        return new ScatterChart(other, title, description, x, y, series, guides);
    }
}

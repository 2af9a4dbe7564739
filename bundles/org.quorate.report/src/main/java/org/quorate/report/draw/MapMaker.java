// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.ChartMap;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.ClusterChart;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Reading;
import org.quorate.report.chart.ScatterChart;
import org.quorate.report.chart.SequenceChart;
import org.quorate.report.chart.SpanChart;
import org.quorate.report.chart.Spot;

/**
 * Says what is where in a plot that was drawn. Asks the axes of the plot, so that it cannot differ from what is seen.
 *
 * @param plot that was drawn
 * @param area where its data are
 */
record MapMaker(Plot plot, Rectangle2D area) {

    /** Beyond the edge of the area a point is not seen; on it half of its marker is. */
    private static final double HALF_SEEN = 0.5;

    ChartMap map(ChartSpec chart) {
        if (chart instanceof LineChart lines) {
            List<Spot> spots = new ArrayList<>();
            for (int i = 0; i < lines.series().size(); i++) {
                points(spots, i, lines.series().get(i).name(), lines.series().get(i).points(), lines.x(), lines.y());
            }
            return map(Optional.of(lines.x()), Optional.of(lines.y()), spots);
        }
        if (chart instanceof ScatterChart points) {
            List<Spot> spots = new ArrayList<>();
            for (int i = 0; i < points.series().size(); i++) {
                points(spots, i, points.series().get(i).name(), points.series().get(i).points(), points.x(), points.y());
            }
            return map(Optional.of(points.x()), Optional.of(points.y()), spots);
        }
        if (chart instanceof HeatChart cells) {
            return map(Optional.empty(), Optional.empty(), cells(cells));
        }
        if (chart instanceof SequenceChart) {
            return map(Optional.empty(), Optional.empty(), ((SequencePlot) plot).spots(area));
        }
        if (chart instanceof ClusterChart) {
            return map(Optional.empty(), Optional.empty(), ((ClusterPlot) plot).spots());
        }
        List<Spot> spots = chart instanceof SpanChart spans ? new RowSpots(this).spans(spans) : new RowSpots(this).bars((BarChart) chart);
        Axis value = chart instanceof SpanChart spans ? spans.value() : ((BarChart) chart).value();
        return map(Optional.of(asDrawn(value)), Optional.empty(), spots);
    }

    private ChartMap map(Optional<Axis> x, Optional<Axis> y, List<Spot> spots) {
        return new ChartMap(area.getX(), area.getY(), area.getWidth(), area.getHeight(), x, y, spots);
    }

    /** It may end further on than the description says, where words need the room. */
    private Axis asDrawn(Axis axis) {
        ValueAxis drawn = ((CategoryPlot) plot).getRangeAxis();
        return new Axis(axis.title(), axis.unit(), axis.scale(), axis.scale().value(drawn.getLowerBound()),
                axis.scale().value(drawn.getUpperBound()));
    }

    private void points(List<Spot> spots, int series, String name, List<LineChart.Point> points, Axis x, Axis y) {
        for (int i = 0; i < points.size(); i++) {
            LineChart.Point point = points.get(i);
            double left = across(x.scale().place(point.x()));
            double top = upwards(y.scale().place(point.y()));
            if (left >= area.getMinX() - HALF_SEEN && left <= area.getMaxX() + HALF_SEEN && top >= area.getMinY() - HALF_SEEN
                    && top <= area.getMaxY() + HALF_SEEN) {
                spots.add(new Spot(series, i, name, List.of(x.reading(point.x()),
                        new Reading.Measured(y.title(), y.unit(), point.y(), point.halfWidth())), left, top, 0, 0));
            }
        }
    }

    private List<Spot> cells(HeatChart chart) {
        List<Spot> spots = new ArrayList<>();
        int across = chart.x().labels().size();
        for (int i = 0; i < chart.cells().size(); i++) {
            double left = across(i % across - 0.5);
            double top = upwards(i / across + 0.5);
            HeatChart.Cell cell = chart.cells().get(i);
            List<Reading> readings = new ArrayList<>();
            readings.add(new Reading.Said(chart.x().title(), chart.x().labels().get(i % across)));
            readings.add(new Reading.Said(chart.y().title(), chart.y().labels().get(i / across)));
            readings.addAll(cell.readings());
            chart.keysOf(cell).forEach(key -> readings.add(new Reading.Said("", key.name())));
            spots.add(new Spot(0, i, cell.labels().isEmpty() ? chart.title() : cell.labels().get(0), readings, left, top,
                    across(i % across + 0.5) - left, upwards(i / across - 0.5) - top));
        }
        return spots;
    }

    private double across(double place) {
        return ((XYPlot) plot).getDomainAxis().valueToJava2D(place, area, RectangleEdge.BOTTOM);
    }

    private double upwards(double place) {
        return ((XYPlot) plot).getRangeAxis().valueToJava2D(place, area, RectangleEdge.LEFT);
    }
}

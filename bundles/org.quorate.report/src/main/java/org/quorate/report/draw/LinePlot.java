// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.SeriesStyle;

/**
 * Turns a {@link LineChart} into a plot of JFreeChart.
 *
 * @param chart what to draw
 * @param look  how it looks
 */
record LinePlot(LineChart chart, Look look) {

    /** Markers on one line: enough to tell it from others, few enough to see the line. */
    private static final int MARKERS = 8;
    private static final double EDGE = 0.015;
    /** Intervals on one line that can be told apart. */
    private static final int STROKES = 16;

    XYPlot plot() {
        XYPlot plot = new XYPlot(data(), new TickAxis(chart.x(), chart.x().high(), look),
                new TickAxis(chart.y(), chart.y().high(), look), renderer());
        // Later lines have gaps, through which an equal one below is seen.
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setDomainGridlinePaint(look.colour(Ink.GRID));
        plot.setRangeGridlinePaint(look.colour(Ink.GRID));
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        for (LineChart.Limit limit : chart.limits()) {
            ValueMarker line = new ValueMarker(chart.y().scale().place(limit.y()), look.colour(Ink.TEXT), limitStroke());
            line.setAlpha(1);
            plot.addRangeMarker(line, Layer.BACKGROUND);
        }
        plot.setFixedLegendItems(legend());
        return plot;
    }

    private XYSeriesCollection data() {
        XYSeriesCollection data = new XYSeriesCollection();
        for (int i = 0; i < chart.series().size(); i++) {
            XYSeries series = new XYSeries(i, false, true);
            for (LineChart.Point point : chart.series().get(i).points()) {
                series.add(chart.x().scale().place(point.x()), chart.y().scale().place(point.y()), false);
            }
            data.addSeries(series);
        }
        return data;
    }

    private XYLineAndShapeRenderer renderer() {
        XYLineAndShapeRenderer renderer = new SparseMarkers(chart);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < chart.series().size(); i++) {
            SeriesStyle style = chart.series().get(i).style();
            renderer.setSeriesPaint(i, look.colour(style.ink()));
            renderer.setSeriesStroke(i, stroke(style.line()));
            renderer.setSeriesShape(i, shape(style.marker()));
        }
        return renderer;
    }

    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        for (LineChart.Series series : chart.series()) {
            SeriesStyle style = series.style();
            Color colour = look.colour(style.ink());
            String name = look.legend(series.name());
            items.add(new LegendItem(name, null, null, null, true, shape(style.marker()), true, colour, false, colour,
                    new BasicStroke(1), true, new Line2D.Double(-16, 0, 16, 0), stroke(style.line()), colour));
        }
        for (LineChart.Limit limit : chart.limits()) {
            Color colour = look.colour(Ink.TEXT);
            items.add(new LegendItem(look.legend(limit.name()), null, null, null, false,
                    shape(SeriesStyle.Marker.CIRCLE), false, colour, false, colour, new BasicStroke(1), true,
                    new Line2D.Double(-16, 0, 16, 0), limitStroke(), colour));
        }
        return items;
    }

    /** Long dashes, which no series has. */
    private static BasicStroke limitStroke() {
        return new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {14, 5}, 0);
    }

    static BasicStroke stroke(SeriesStyle.Line line) {
        float[] dashes = switch (line) {
            case SOLID -> null;
            case DASHED -> new float[] {8, 4};
            case DOTTED -> new float[] {2, 4};
            case DASH_DOT -> new float[] {9, 3, 2, 3};
        };
        return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
    }

    static Shape shape(SeriesStyle.Marker marker) {
        return switch (marker) {
            case CIRCLE -> new Ellipse2D.Double(-4, -4, 8, 8);
            case SQUARE -> new Rectangle2D.Double(-3.5, -3.5, 7, 7);
            case TRIANGLE -> polygon(0, -5, 5, 4, -5, 4);
            case DIAMOND -> polygon(0, -5.5, 5.5, 0, 0, 5.5, -5.5, 0);
            case CROSS -> polygon(-1.5, -5, 1.5, -5, 1.5, -1.5, 5, -1.5, 5, 1.5, 1.5, 1.5, 1.5, 5, -1.5, 5, -1.5, 1.5,
                    -5, 1.5, -5, -1.5, -1.5, -1.5);
        };
    }

    private static Shape polygon(double... coordinates) {
        Path2D path = new Path2D.Double();
        path.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            path.lineTo(coordinates[i], coordinates[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** Shows some of the points only, on each line others. */
    private static final class SparseMarkers extends XYLineAndShapeRenderer {

        private static final long serialVersionUID = 1L;

        private final transient LineChart chart;

        SparseMarkers(LineChart chart) {
            super(true, true);
            this.chart = chart;
        }

        /** Intervals lie behind the marker of their point; where there are many, they are a band behind the line. */
        @Override
        public void drawItem(Graphics2D g2, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info, XYPlot plot,
                ValueAxis across, ValueAxis upwards, XYDataset data, int series, int item, CrosshairState crosshair, int pass) {
            List<LineChart.Point> points = chart.series().get(series).points();
            Intervals intervals = new Intervals(chart, area, across, upwards);
            if (points.size() <= STROKES && isItemPass(pass)) {
                intervals.stroke(g2, points.get(item), getItemPaint(series, item));
            } else if (points.size() > STROKES && isLinePass(pass) && item == 0) {
                intervals.band(g2, points, (Color) getItemPaint(series, item));
            }
            super.drawItem(g2, state, area, info, plot, across, upwards, data, series, item, crosshair, pass);
        }

        @Override
        public boolean getItemShapeVisible(int series, int item) {
            List<LineChart.Point> points = chart.series().get(series).points();
            if (points.size() <= MARKERS) {
                return true;
            }
            // Each line has its markers at other points, so that equal lines are seen to be several.
            int lines = chart.series().size();
            int every = Math.max(lines, points.size() / MARKERS);
            return item % every == series * every / lines && inside(points.get(item).x());
        }

        /** At the ends half of a marker would be cut off. */
        private boolean inside(double x) {
            double low = chart.x().scale().place(chart.x().low());
            double share = (chart.x().scale().place(x) - low) / (chart.x().scale().place(chart.x().high()) - low);
            return share > EDGE && share < 1 - EDGE;
        }

        // As in TickAxis.
        @Override
        public boolean equals(Object other) {
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }
}

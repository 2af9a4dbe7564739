// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.ScatterChart;
import org.quorate.report.chart.SeriesStyle;

/**
 * Turns a {@link ScatterChart} into a plot of JFreeChart: the guides as lines without points, the series as points without
 * lines.
 *
 * @param chart what to draw
 * @param look  how it looks
 */
record ScatterPlot(ScatterChart chart, Look look) {

    private static final int GUIDE_STEPS = 64;

    XYPlot plot() {
        XYPlot plot = new XYPlot(data(), new TickAxis(chart.x(), chart.x().high(), look),
                new TickAxis(chart.y(), chart.y().high(), look), renderer());
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setDomainGridlinePaint(look.colour(Ink.GRID));
        plot.setRangeGridlinePaint(look.colour(Ink.GRID));
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setFixedLegendItems(legend());
        return plot;
    }

    private XYSeriesCollection data() {
        XYSeriesCollection data = new XYSeriesCollection();
        for (ScatterChart.Guide guide : chart.guides()) {
            data.addSeries(guide(guide, data.getSeriesCount()));
        }
        for (ScatterChart.Series series : chart.series()) {
            XYSeries points = new XYSeries(data.getSeriesCount(), false, true);
            for (LineChart.Point point : series.points()) {
                points.add(chart.x().scale().place(point.x()), chart.y().scale().place(point.y()), false);
            }
            data.addSeries(points);
        }
        return data;
    }

    /** The part of the line that lies inside the axes. */
    private XYSeries guide(ScatterChart.Guide guide, int key) {
        XYSeries line = new XYSeries(key, false, true);
        Axis upwards = chart.y();
        double from = Math.max(chart.x().low(), upwards.low() / guide.factor());
        double to = Math.min(chart.x().high(), upwards.high() / guide.factor());
        for (int step = 0; step <= GUIDE_STEPS && from < to; step++) {
            double x = from + (to - from) * step / GUIDE_STEPS;
            double y = Math.max(upwards.low(), Math.min(upwards.high(), x * guide.factor()));
            line.add(chart.x().scale().place(x), upwards.scale().place(y), false);
        }
        return line;
    }

    private XYLineAndShapeRenderer renderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setDrawSeriesLineAsPath(true);
        int guides = chart.guides().size();
        for (int i = 0; i < guides; i++) {
            renderer.setSeriesLinesVisible(i, Boolean.TRUE);
            renderer.setSeriesShapesVisible(i, Boolean.FALSE);
            renderer.setSeriesPaint(i, look.colour(Ink.AXIS));
            renderer.setSeriesStroke(i, thin(chart.guides().get(i)));
        }
        for (int i = 0; i < chart.series().size(); i++) {
            ScatterChart.Series series = chart.series().get(i);
            renderer.setSeriesPaint(guides + i, look.colour(series.style().ink()));
            renderer.setSeriesShape(guides + i, LinePlot.shape(series.style().marker()));
            // Hollow, so that points that lie on one another are seen to be several.
            renderer.setSeriesShapesFilled(guides + i, Boolean.FALSE);
        }
        return renderer;
    }

    private static BasicStroke thin(ScatterChart.Guide guide) {
        BasicStroke stroke = LinePlot.stroke(guide.line());
        return new BasicStroke(1, stroke.getEndCap(), stroke.getLineJoin(), stroke.getMiterLimit(), stroke.getDashArray(), 0);
    }

    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        for (ScatterChart.Series series : chart.series()) {
            Color colour = look.colour(series.style().ink());
            items.add(new LegendItem(look.legend(series.name()), null, null, null, true, LinePlot.shape(series.style().marker()), false,
                    colour, true, colour, new BasicStroke(1), false, new Line2D.Double(), new BasicStroke(1), colour));
        }
        for (ScatterChart.Guide guide : chart.guides()) {
            if (!guide.name().isEmpty()) {
                Color colour = look.colour(Ink.AXIS);
                items.add(new LegendItem(look.legend(guide.name()), null, null, null, false, LinePlot.shape(
                        SeriesStyle.Marker.CIRCLE), false, colour, false, colour, new BasicStroke(1), true,
                        new Line2D.Double(-16, 0, 16, 0), thin(guide), colour));
            }
        }
        return items;
    }
}

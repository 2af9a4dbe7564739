// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.quorate.report.chart.LineChart;

/**
 * Draws the intervals of the points of a line, cut where the axis ends.
 *
 * @param chart   whose
 * @param area    of the data
 * @param across  the axis across, as it is drawn
 * @param upwards the upright axis, as it is drawn
 */
record Intervals(LineChart chart, Rectangle2D area, ValueAxis across, ValueAxis upwards) {

    /** Half of the stroke across the end of an interval. */
    private static final double CAP = 3;
    /** Of 255: so that three bands over one another can still be told from the lines. */
    private static final int FAINT = 36;

    /** A stroke through the point, with its ends marked. */
    void stroke(Graphics2D g2, LineChart.Point point, Paint paint) {
        if (point.halfWidth() <= 0) {
            return;
        }
        double x = x(point);
        double low = y(point.y() - point.halfWidth());
        double high = y(point.y() + point.halfWidth());
        g2.setPaint(paint);
        g2.setStroke(new BasicStroke(1.2f));
        g2.draw(new Line2D.Double(x, low, x, high));
        g2.draw(new Line2D.Double(x - CAP, low, x + CAP, low));
        g2.draw(new Line2D.Double(x - CAP, high, x + CAP, high));
    }

    /** An area from one end of all intervals to the other. */
    void band(Graphics2D g2, List<LineChart.Point> points, Color colour) {
        if (points.stream().noneMatch(point -> point.halfWidth() > 0)) {
            return;
        }
        Path2D band = new Path2D.Double();
        for (LineChart.Point point : points) {
            double high = y(point.y() + point.halfWidth());
            if (band.getCurrentPoint() == null) {
                band.moveTo(x(point), high);
            } else {
                band.lineTo(x(point), high);
            }
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            band.lineTo(x(points.get(i)), y(points.get(i).y() - points.get(i).halfWidth()));
        }
        band.closePath();
        g2.setPaint(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), FAINT));
        g2.fill(band);
    }

    private double x(LineChart.Point point) {
        return across.valueToJava2D(chart.x().scale().place(point.x()), area, RectangleEdge.BOTTOM);
    }

    private double y(double value) {
        double inside = Math.max(chart.y().low(), Math.min(chart.y().high(), value));
        return upwards.valueToJava2D(chart.y().scale().place(inside), area, RectangleEdge.LEFT);
    }
}

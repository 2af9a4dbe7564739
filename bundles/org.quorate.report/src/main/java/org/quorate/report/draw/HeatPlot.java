// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.HeatChart.Corner;
import org.quorate.report.chart.HeatChart.Key;
import org.quorate.report.chart.HeatChart.Mark;
import org.quorate.report.chart.Ink;

/**
 * Turns a {@link HeatChart} into a plot of JFreeChart.
 *
 * @param chart what to draw
 * @param look  how it looks
 */
record HeatPlot(HeatChart chart, Look look) {

    private static final double KEY = Look.SQUARE;
    /** Between two lines of a hatching, across them. */
    static final double HATCH = 7;
    /** Between two level lines. */
    static final double RULE = 7;
    /** From the edges of a cell to the mark in its corner, which would look cut off without. */
    private static final double INSET = 2;

    XYPlot plot() {
        XYPlot plot = new XYPlot(data(), TickAxis.ofCells(chart.x().title(), chart.x().labels(), look),
                TickAxis.ofCells(chart.y().title(), chart.y().labels(), look), new CellRenderer(chart, look));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setFixedLegendItems(legend());
        return plot;
    }

    private XYSeriesCollection data() {
        XYSeries cells = new XYSeries(0, false, true);
        int across = chart.x().labels().size();
        for (int i = 0; i < chart.cells().size(); i++) {
            cells.add(i % across, i / across, false);
        }
        return new XYSeriesCollection(cells);
    }

    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        for (Key key : chart.keys()) {
            Ink ink = key.corners() ? Ink.TEXT : key.cell().mark() == Mark.HATCHED || key.cell().mark() == Mark.CROSSED ? Ink.AXIS
                    : key.cell().shade();
            items.add(new LegendItem(look.legend(key.name()), null, null, null, sample(key), look.colour(ink),
                    new BasicStroke(0.5f), look.colour(Ink.AXIS)));
        }
        return items;
    }

    private static Shape sample(Key key) {
        Rectangle2D square = Look.square();
        if (key.corners()) {
            return corner(square, key.cell().corners().get(0), KEY * 0.75);
        }
        return switch (key.cell().mark()) {
            case NONE -> square;
            case DOTTED -> holed(square, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
            case RINGED -> {
                Area ring = new Area(new Ellipse2D.Double(-3.5, -3.5, 7, 7));
                ring.subtract(new Area(new Ellipse2D.Double(-2, -2, 4, 4)));
                yield holed(square, ring);
            }
            case RULED -> {
                Area lines = new Area(new Rectangle2D.Double(-KEY / 2, -KEY / 6 - 0.5, KEY, 1));
                lines.add(new Area(new Rectangle2D.Double(-KEY / 2, KEY / 6 - 0.5, KEY, 1)));
                yield holed(square, lines);
            }
            case HATCHED -> stripes(square);
            case CROSSED -> cross(square, 2);
        };
    }

    private static Shape holed(Rectangle2D square, Shape hole) {
        Area holed = new Area(square);
        holed.subtract(new Area(hole));
        return holed;
    }

    private static Shape stripes(Rectangle2D square) {
        Area stripes = new Area();
        for (double at = -KEY * 1.5; at < KEY * 1.5; at += 4) {
            Path2D stripe = new Path2D.Double();
            stripe.moveTo(at, KEY / 2);
            stripe.lineTo(at + KEY, -KEY / 2);
            stripe.lineTo(at + KEY + 1.4, -KEY / 2);
            stripe.lineTo(at + 1.4, KEY / 2);
            stripe.closePath();
            stripes.add(new Area(stripe));
        }
        stripes.intersect(new Area(square));
        return stripes;
    }

    /** Two bars of that thickness from corner to corner. */
    private static Shape cross(Rectangle2D square, double thick) {
        BasicStroke stroke = new BasicStroke((float) thick);
        Path2D lines = new Path2D.Double();
        lines.moveTo(square.getMinX() + 1, square.getMinY() + 1);
        lines.lineTo(square.getMaxX() - 1, square.getMaxY() - 1);
        lines.moveTo(square.getMinX() + 1, square.getMaxY() - 1);
        lines.lineTo(square.getMaxX() - 1, square.getMinY() + 1);
        return stroke.createStrokedShape(lines);
    }

    /** A triangle in a corner of a cell. */
    static Shape corner(Rectangle2D cell, Corner corner, double size) {
        Path2D triangle = new Path2D.Double();
        boolean top = corner == Corner.TOP_LEFT;
        double x = top ? cell.getMinX() + INSET : cell.getMaxX() - INSET;
        double y = top ? cell.getMinY() + INSET : cell.getMaxY() - INSET;
        double inwards = top ? size : -size;
        triangle.moveTo(x, y);
        triangle.lineTo(x + inwards, y);
        triangle.lineTo(x, y + inwards);
        triangle.closePath();
        return triangle;
    }
}

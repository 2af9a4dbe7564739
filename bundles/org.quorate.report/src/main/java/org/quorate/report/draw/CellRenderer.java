// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.HeatChart.Cell;
import org.quorate.report.chart.HeatChart.Corner;
import org.quorate.report.chart.Ink;

/** Draws the cells of a {@link HeatChart}: shade, mark, corners, and the label where there is room. */
final class CellRenderer extends AbstractXYItemRenderer {

    private static final long serialVersionUID = 1L;
    /** Between two cells, and between a label and the edge of its cell. */
    private static final double GAP = 1;
    private static final double MARGIN = 3;
    private static final double DOT = 6;
    private static final double CORNER = 8;
    private static final int NO_KIND = Integer.MAX_VALUE;

    private final transient HeatChart chart;
    private final transient Look look;
    /** Of the labels; found when the size of a cell is known. */
    private int kind = -1;

    CellRenderer(HeatChart chart, Look look) {
        this.chart = chart;
        this.look = look;
    }

    @Override
    public void drawItem(Graphics2D g2, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info, XYPlot plot,
            ValueAxis across, ValueAxis upwards, XYDataset data, int series, int item, CrosshairState crosshair, int pass) {
        double x = data.getXValue(series, item);
        double y = data.getYValue(series, item);
        double left = across.valueToJava2D(x - 0.5, area, RectangleEdge.BOTTOM);
        double right = across.valueToJava2D(x + 0.5, area, RectangleEdge.BOTTOM);
        double top = upwards.valueToJava2D(y + 0.5, area, RectangleEdge.LEFT);
        double bottom = upwards.valueToJava2D(y - 0.5, area, RectangleEdge.LEFT);
        Cell cell = chart.cells().get(item);
        Rectangle2D box = new Rectangle2D.Double(left, top, right - left - GAP, bottom - top - GAP);
        g2.setPaint(look.colour(cell.shade()));
        g2.fill(box);
        String label = label(cell, box);
        mark(g2, cell, box, !label.isEmpty());
        for (Corner corner : cell.corners()) {
            g2.setPaint(look.colour(cell.shade().label()));
            g2.fill(HeatPlot.corner(box, corner, Math.min(CORNER, Math.min(box.getWidth(), box.getHeight()) / 4)));
        }
        if (!label.isEmpty()) {
            label(g2, cell, label, box);
        }
    }

    private String label(Cell cell, Rectangle2D box) {
        if (kind < 0) {
            kind = fitting(box);
        }
        return kind(cell, kind);
    }

    /** All cells are as large, and have labels of one kind: the longest kind that fits everywhere. */
    private int fitting(Rectangle2D box) {
        int kinds = chart.cells().stream().mapToInt(other -> other.labels().size()).max().orElse(0);
        for (int candidate = 0; candidate < kinds && look.small().getSize2D() + MARGIN <= box.getHeight(); candidate++) {
            int wanted = candidate;
            if (chart.cells().stream().allMatch(other -> Look.width(kind(other, wanted), look.small()) + 2 * MARGIN <= box.getWidth())) {
                return candidate;
            }
        }
        return NO_KIND;
    }

    private String kind(Cell cell, int kind) {
        return cell.labels().isEmpty() || kind == NO_KIND ? ""
                : look.fonts().shown(cell.labels().get(Math.min(kind, cell.labels().size() - 1)));
    }

    private void mark(Graphics2D g2, Cell cell, Rectangle2D box, boolean labelled) {
        switch (cell.mark()) {
            case HATCHED -> hatch(g2, box);
            case CROSSED -> {
                pen(g2, 1);
                g2.draw(new Line2D.Double(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
                g2.draw(new Line2D.Double(box.getMinX(), box.getMaxY(), box.getMaxX(), box.getMinY()));
            }
            case DOTTED -> {
                // A label says the same in words.
                double dot = labelled ? 0 : Math.min(DOT, Math.min(box.getWidth(), box.getHeight()) / 2);
                g2.setPaint(look.colour(cell.shade().label()));
                g2.fill(circle(box, dot));
            }
            case RINGED -> {
                double ring = labelled ? 0 : Math.min(DOT, Math.min(box.getWidth(), box.getHeight()) / 2);
                g2.setPaint(look.colour(cell.shade().label()));
                g2.setStroke(new BasicStroke(1.4f));
                g2.draw(circle(box, ring));
            }
            case RULED -> rule(g2, cell, box);
            case NONE -> { }
        }
    }

    private void pen(Graphics2D g2, float width) {
        g2.setPaint(look.colour(Ink.AXIS));
        g2.setStroke(new BasicStroke(width));
    }

    private static Ellipse2D circle(Rectangle2D box, double size) {
        return new Ellipse2D.Double(box.getCenterX() - size / 2, box.getCenterY() - size / 2, size, size);
    }

    /** Level lines, as many as there is room for. */
    private void rule(Graphics2D g2, Cell cell, Rectangle2D box) {
        g2.setPaint(look.colour(cell.shade().label()));
        g2.setStroke(new BasicStroke(0.5f));
        int lines = Math.max(1, (int) (box.getHeight() / HeatPlot.RULE) - 1);
        for (int i = 1; i <= lines; i++) {
            double y = box.getMinY() + i * box.getHeight() / (lines + 1);
            g2.draw(new Line2D.Double(box.getMinX(), y, box.getMaxX(), y));
        }
    }

    /** Rising lines, each cut where the cell ends. */
    private void hatch(Graphics2D g2, Rectangle2D box) {
        pen(g2, 0.8f);
        double step = HeatPlot.HATCH * Math.sqrt(2);
        for (double start = step / 2; start < box.getWidth() + box.getHeight(); start += step) {
            // The line x + y = start, with y from the top.
            double fromX = Math.max(0, start - box.getHeight());
            double toX = Math.min(box.getWidth(), start);
            g2.draw(new Line2D.Double(box.getMinX() + fromX, box.getMinY() + start - fromX, box.getMinX() + toX,
                    box.getMinY() + start - toX));
        }
    }

    private void label(Graphics2D g2, Cell cell, String label, Rectangle2D box) {
        double width = Look.width(label, look.small());
        double height = look.small().getSize2D();
        if (cell.mark() != HeatChart.Mark.NONE) {
            g2.setPaint(look.colour(cell.shade()));
            g2.fill(new Rectangle2D.Double(box.getCenterX() - width / 2 - MARGIN, box.getCenterY() - height / 2 - 1,
                    width + 2 * MARGIN, height + 2));
        }
        g2.setPaint(look.colour(cell.shade().label()));
        Look.draw(g2, label, look.small(), box.getCenterX() - width / 2, box.getCenterY());
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

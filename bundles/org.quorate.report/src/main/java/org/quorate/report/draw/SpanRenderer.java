// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.AbstractCategoryItemRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.data.category.CategoryDataset;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.SpanChart;

/** Stretches as bars, the mark as a stroke across them, remarks behind. */
final class SpanRenderer extends AbstractCategoryItemRenderer {

    private static final long serialVersionUID = 1L;
    private static final double HEIGHT = 0.6;
    /** A stretch of no time, and a mark, are that wide. */
    private static final double THIN = 3;

    private final transient SpanChart chart;
    private final transient RowPlot<SpanChart.Line> rows;
    private final transient Look look;

    SpanRenderer(SpanChart chart, RowPlot<SpanChart.Line> rows, Look look) {
        this.chart = chart;
        this.rows = rows;
        this.look = look;
    }

    @Override
    public void drawItem(Graphics2D g2, CategoryItemRendererState state, Rectangle2D area, CategoryPlot plot, CategoryAxis domain,
            ValueAxis range, CategoryDataset data, int series, int row, int pass) {
        if (rows.item(row).isEmpty()) {
            return;
        }
        SpanChart.Line line = rows.item(row).get();
        double middle = domain.getCategoryMiddle(row, rows.rows().size(), area, plot.getDomainAxisEdge());
        double height = area.getHeight() / rows.rows().size() * HEIGHT;
        double reach = range.valueToJava2D(line.end(), area, plot.getRangeAxisEdge());
        for (SpanChart.Span span : line.spans()) {
            double left = range.valueToJava2D(span.from(), area, plot.getRangeAxisEdge());
            double right = range.valueToJava2D(span.to(), area, plot.getRangeAxisEdge());
            g2.setPaint(look.colour(chart.kinds().get(span.kind()).ink()));
            g2.fill(new Rectangle2D.Double(left, middle - height / 2, Math.max(THIN, right - left), height));
            reach = Math.max(reach, left + THIN);
        }
        if (line.mark().isPresent()) {
            double at = range.valueToJava2D(line.mark().getAsDouble(), area, plot.getRangeAxisEdge());
            g2.setPaint(look.colour(Ink.TEXT));
            g2.fill(new Rectangle2D.Double(at - THIN / 2, middle - height / 2 - 1, THIN, height + 2));
        }
        rows.drawRemark(g2, line, reach, middle);
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

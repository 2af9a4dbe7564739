// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import org.jfree.chart.renderer.category.BarPainter;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.RectangleEdge;

/** Plain bars, with a thin gap between neighbouring parts that keeps them apart whatever their colours. */
final class GapBarPainter implements BarPainter {

    private static final double GAP = 1;

    @Override
    public void paintBar(Graphics2D g2, BarRenderer renderer, int part, int row, RectangularShape bar,
            RectangleEdge base) {
        if (bar.getWidth() > 0) {
            g2.setPaint(renderer.getItemPaint(part, row));
            double width = Math.max(bar.getWidth() - GAP, bar.getWidth() / 2);
            g2.fill(new Rectangle2D.Double(bar.getX(), bar.getY(), width, bar.getHeight()));
        }
    }

    @Override
    public void paintBarShadow(Graphics2D g2, BarRenderer renderer, int part, int row, RectangularShape bar,
            RectangleEdge base, boolean pegShadow) {
        // Bars have no shadow.
    }
}

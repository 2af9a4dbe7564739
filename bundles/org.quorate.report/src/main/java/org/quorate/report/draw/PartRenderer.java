// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.data.category.CategoryDataset;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.BarChart.Bar;
import org.quorate.report.chart.Ink;
import org.quorate.report.text.Unit;

/** Bars of parts with their shares written on them where there is room, intervals, and remarks behind the bars. */
final class PartRenderer extends StackedBarRenderer {

    private static final long serialVersionUID = 1L;
    private static final int LABEL_PASS = 2;
    private static final double CAP = 4;

    private final transient BarChart chart;
    private final transient RowPlot<Bar> rows;
    private final transient Look look;

    PartRenderer(BarChart chart, RowPlot<Bar> rows, Look look) {
        this.chart = chart;
        this.rows = rows;
        this.look = look;
        setBarPainter(new GapBarPainter());
        setShadowVisible(false);
        setDrawBarOutline(false);
    }

    @Override
    public Paint getItemPaint(int part, int row) {
        Optional<Bar> bar = rows.item(row).filter(only -> chart.parts().size() == 1);
        return look.colour(bar.map(Bar::ink).orElse(chart.parts().get(part).ink()));
    }

    @Override
    public void drawItem(Graphics2D g2, CategoryItemRendererState state, Rectangle2D area, CategoryPlot plot,
            CategoryAxis domain, ValueAxis range, CategoryDataset data, int part, int row, int pass) {
        super.drawItem(g2, state, area, plot, domain, range, data, part, row, pass);
        if (pass != LABEL_PASS || rows.item(row).isEmpty()) {
            return;
        }
        Bar bar = rows.item(row).get();
        double middle = domain.getCategoryMiddle(row, rows.rows().size(), area, plot.getDomainAxisEdge());
        Places places = value -> range.valueToJava2D(value, area, plot.getRangeAxisEdge());
        if (!bar.lengths().isEmpty() && chart.parts().size() > 1) {
            drawShare(g2, bar, part, middle, places);
        }
        if (part == chart.parts().size() - 1) {
            drawInterval(g2, bar, middle, places);
            rows.drawRemark(g2, bar, places.of(bar.length() + bar.halfWidth()), middle);
        }
    }

    /** Where a value stands across. */
    private interface Places {
        double of(double value);
    }

    private void drawShare(Graphics2D g2, Bar bar, int part, double middle, Places places) {
        double before = bar.lengths().subList(0, part).stream().mapToDouble(Double::doubleValue).sum();
        double length = bar.lengths().get(part);
        double left = places.of(before);
        double room = places.of(before + length) - left - 2 * CAP;
        String value = chart.value().unit() == Unit.SHARE ? Math.round(length * 100) + " %"
                : chart.value().quantity(length).briefNumber();
        String both = chart.parts().get(part).name() + " " + value;
        String text = Look.width(both, look.small()) <= room ? both : value;
        double width = Look.width(text, look.small());
        if (width <= room) {
            g2.setPaint(look.colour(chart.parts().get(part).ink().label()));
            Look.draw(g2, text, look.small(), left + CAP + (room - width) / 2, middle);
        }
    }

    private void drawInterval(Graphics2D g2, Bar bar, double middle, Places places) {
        if (bar.halfWidth() == 0 || bar.lengths().isEmpty()) {
            return;
        }
        double low = places.of(Math.max(0, bar.length() - bar.halfWidth()));
        double high = places.of(bar.length() + bar.halfWidth());
        Path2D mark = new Path2D.Double();
        mark.append(new Line2D.Double(low, middle, high, middle), false);
        mark.append(new Line2D.Double(low, middle - CAP, low, middle + CAP), false);
        mark.append(new Line2D.Double(high, middle - CAP, high, middle + CAP), false);
        // A rim of the background, so that the half of it that lies on the bar is seen too.
        g2.setPaint(look.colour(Ink.BACKGROUND));
        g2.setStroke(new BasicStroke(3.4f));
        g2.draw(mark);
        g2.setPaint(look.colour(Ink.TEXT));
        g2.setStroke(new BasicStroke(1.4f));
        g2.draw(mark);
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

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.SpanChart;

/**
 * Turns a {@link SpanChart} into a plot of JFreeChart: one category a line, titles of groups among them.
 *
 * @param chart what to draw
 * @param look  how it looks
 */
record SpanPlot(SpanChart chart, Look look) {

    private static final double LABELS = 0.42;
    private static final double REMARKS = 0.3;

    /**
     * A line of the chart.
     *
     * @param index makes it unique
     * @param label in front
     * @param line  null for the title of a group
     */
    record Row(int index, String label, SpanChart.Line line) implements Comparable<Row> {

        @Override
        public int compareTo(Row other) {
            return Integer.compare(index, other.index);
        }

        @Override
        public String toString() {
            return label;
        }
    }

    CategoryPlot plot() {
        List<Row> rows = rows();
        double widest = RowAxis.widest(rows, row -> row.line() == null, look);
        double end = chart.value().high();
        for (Row row : rows) {
            if (row.line() != null) {
                end = Math.max(end, RowAxis.end(row.line().end(), remark(row.line(), look), widest, BarPlot.GAP, look));
            }
        }
        CategoryPlot plot = new CategoryPlot(data(rows), RowAxis.of(rows, row -> row.line() == null, look),
                new TickAxis(chart.value(), end, look), new SpanRenderer(chart, rows, look));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(look.colour(Ink.GRID));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setFixedLegendItems(legend());
        return plot;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (SpanChart.Group group : chart.groups()) {
            if (!group.title().isEmpty()) {
                rows.add(new Row(rows.size(), Look.fitted(group.title(), look.strong(), look.width() * LABELS), null));
            }
            for (SpanChart.Line line : group.lines()) {
                rows.add(new Row(rows.size(), Look.fitted(line.label(), look.text(), look.width() * LABELS), line));
            }
        }
        return rows;
    }

    /** One number a line, so that each is drawn once. */
    private static DefaultCategoryDataset data(List<Row> rows) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        rows.forEach(row -> data.addValue(row.line() == null ? null : row.line().end(), Integer.valueOf(0), row));
        return data;
    }

    static String remark(SpanChart.Line line, Look look) {
        return Look.fitted(line.remark(), look.small(), look.width() * REMARKS);
    }

    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        for (SpanChart.Kind kind : chart.kinds()) {
            items.add(new LegendItem(Look.fitted(kind.name(), look.text(), look.width() * 0.7), null, null, null,
                    new Rectangle2D.Double(-6, -6, 12, 12), look.colour(kind.ink())));
        }
        return items;
    }
}

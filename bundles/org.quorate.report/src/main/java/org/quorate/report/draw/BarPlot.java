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
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.BarChart.Bar;
import org.quorate.report.chart.BarChart.Group;
import org.quorate.report.chart.BarChart.Part;
import org.quorate.report.chart.Ink;

/**
 * Turns a {@link BarChart} into a plot of JFreeChart: one category a line, titles of groups among them.
 *
 * @param chart what to draw
 * @param look  how it looks
 */
record BarPlot(BarChart chart, Look look) {

    /** Between a bar and the words behind it, and between these and the edge. */
    static final double GAP = 6;
    private static final double LABELS = 0.36;
    private static final double REMARKS = 0.3;

    /**
     * A line of the chart.
     *
     * @param index makes it unique
     * @param label in front
     * @param bar   null for the title of a group
     */
    record Row(int index, String label, Bar bar) implements Comparable<Row> {

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
        TickAxis values = new TickAxis(chart.value(), endWithRoomForRemarks(rows), look);
        CategoryPlot plot = new CategoryPlot(data(rows), RowAxis.of(rows, row -> row.bar() == null, look), values, new PartRenderer(chart, rows, look));
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
        for (Group group : chart.groups()) {
            if (!group.title().isEmpty()) {
                rows.add(new Row(rows.size(), fitted(group.title(), LABELS, true), null));
            }
            for (Bar bar : group.bars()) {
                rows.add(new Row(rows.size(), fitted(bar.label(), LABELS, false), bar));
            }
        }
        return rows;
    }

    private String fitted(String text, double share, boolean strong) {
        return Look.fitted(text, strong ? look.strong() : look.text(), look.width() * share);
    }

    private DefaultCategoryDataset data(List<Row> rows) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (Row row : rows) {
            for (int part = 0; part < chart.parts().size(); part++) {
                boolean drawn = row.bar() != null && !row.bar().lengths().isEmpty();
                data.addValue(drawn ? row.bar().lengths().get(part) : null, Integer.valueOf(part), row);
            }
        }
        return data;
    }

    /** Where the axis ends so that the longest bar leaves room for the widest remark. */
    private double endWithRoomForRemarks(List<Row> rows) {
        double widest = widestLabel(rows);
        double end = chart.value().high();
        for (Row row : rows) {
            if (row.bar() != null) {
                double reach = row.bar().length() + row.bar().halfWidth();
                end = Math.max(end, RowAxis.end(reach, remark(row.bar(), look), widest, GAP, look));
            }
        }
        return end;
    }

    private double widestLabel(List<Row> rows) {
        return RowAxis.widest(rows, row -> row.bar() == null, look);
    }

    static String remark(Bar bar, Look look) {
        return Look.fitted(bar.remark(), look.small(), look.width() * REMARKS);
    }

    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        if (chart.parts().size() < 2) {
            return items;
        }
        for (Part part : chart.parts()) {
            items.add(new LegendItem(fitted(part.name(), 0.7, false), null, null, null,
                    new Rectangle2D.Double(-6, -6, 12, 12), look.colour(part.ink())));
        }
        return items;
    }
}

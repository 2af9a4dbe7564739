// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
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
    private static final double SHORTEST = 26;
    /** The share of a line that is empty. */
    private static final double LINE_GAP = 0.3;

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
        CategoryPlot plot = new CategoryPlot(data(rows), categories(rows), values, new PartRenderer(chart, rows, look));
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

    private CategoryAxis categories(List<Row> rows) {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(look.text());
        axis.setTickLabelPaint(look.colour(Ink.TEXT));
        axis.setAxisLinePaint(look.colour(Ink.AXIS));
        axis.setTickMarksVisible(false);
        // Every line is as high as any other: a gap between two, half of one at both ends.
        axis.setLowerMargin(LINE_GAP / 2 / rows.size());
        axis.setUpperMargin(LINE_GAP / 2 / rows.size());
        axis.setCategoryMargin(LINE_GAP * (rows.size() - 1) / rows.size());
        // Labels are cut to fit already; this only keeps JFreeChart from cutting them again.
        axis.setMaximumCategoryLabelWidthRatio(5);
        axis.setMaximumCategoryLabelLines(1);
        // Under labels shorter than this the first mark of the axis below would be cut off.
        axis.setCategoryLabelPositionOffset((int) Math.max(6, SHORTEST - widestLabel(rows)));
        for (Row row : rows) {
            if (row.bar() == null) {
                axis.setTickLabelFont(row, look.strong());
            }
        }
        return axis;
    }

    /** Where the axis ends so that the longest bar leaves room for the widest remark. */
    private double endWithRoomForRemarks(List<Row> rows) {
        double plot = Math.max(look.width() - widestLabel(rows) - 60, 80);
        double end = chart.value().high();
        for (Row row : rows) {
            if (row.bar() != null) {
                double words = Look.width(remark(row.bar(), look), look.small()) + 2 * GAP;
                double reach = row.bar().length() + row.bar().halfWidth();
                end = Math.max(end, reach * plot / Math.max(plot - words, plot * 0.2));
            }
        }
        return end;
    }

    private double widestLabel(List<Row> rows) {
        return rows.stream()
                .mapToDouble(row -> Look.width(row.label(), row.bar() == null ? look.strong() : look.text())).max()
                .orElse(0);
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

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.data.category.CategoryDataset;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.Ink;

/**
 * What plots have in common whose categories are lines below one another, titles of groups among them, with remarks behind what is
 * drawn in a line. Used by one thread.
 *
 * @param <T> what is drawn in a line
 */
final class RowPlot<T> {

    /** Between what is drawn and the words behind it, and between these and the edge. */
    private static final double GAP = 6;
    private static final double SHORTEST = 26;
    /** The share of a line that is empty. */
    private static final double LINE_GAP = 0.3;
    /** Of the width of the drawing. */
    private static final double LONGEST_REMARK = 0.3;

    /**
     * A line of the chart.
     *
     * @param index makes it unique
     * @param label in front
     * @param item  absent for the title of a group
     */
    record Row<T>(int index, String label, Optional<T> item) implements Comparable<Row<T>> {

        @Override
        public int compareTo(Row<T> other) {
            return Integer.compare(index, other.index);
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private final Look look;
    private final double longestLabel;
    private final Function<T, String> remark;
    private final List<Row<T>> rows = new ArrayList<>();

    /**
     * A plot without lines.
     *
     * @param longestLabel as a share of the width of the drawing
     * @param remark       behind what is drawn
     */
    RowPlot(Look look, double longestLabel, Function<T, String> remark) {
        this.look = look;
        this.longestLabel = longestLabel * look.width();
        this.remark = remark;
    }

    /** Adds lines below those that there are; an empty title takes none. */
    void add(String title, List<T> items, Function<T, String> label) {
        if (!title.isEmpty()) {
            rows.add(new Row<>(rows.size(), look.shown(title, look.strong(), longestLabel), Optional.empty()));
        }
        for (T item : items) {
            rows.add(new Row<>(rows.size(), look.shown(label.apply(item), look.text(), longestLabel), Optional.of(item)));
        }
    }

    /** From top to bottom. */
    List<Row<T>> rows() {
        return rows;
    }

    Optional<T> item(int row) {
        return rows.get(row).item();
    }

    /**
     * The plot, when all lines are there.
     *
     * @param value across; it ends further on where remarks need the room
     * @param reach where what is drawn in a line ends
     */
    CategoryPlot plot(CategoryDataset data, Axis value, ToDoubleFunction<T> reach, CategoryItemRenderer renderer) {
        CategoryPlot plot = new CategoryPlot(data, labels(), new TickAxis(value, end(value, reach), look), renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinePaint(look.colour(Ink.GRID));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        return plot;
    }

    private CategoryAxis labels() {
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
        axis.setCategoryLabelPositionOffset((int) Math.max(6, SHORTEST - widestLabel()));
        for (Row<T> row : rows) {
            if (row.item().isEmpty()) {
                axis.setTickLabelFont(row, look.strong());
            }
        }
        return axis;
    }

    private double widestLabel() {
        return rows.stream().mapToDouble(row -> Look.width(row.label(), row.item().isEmpty() ? look.strong() : look.text())).max().orElse(0);
    }

    /** Where the axis ends so that what reaches furthest leaves room for its remark. */
    private double end(Axis value, ToDoubleFunction<T> reach) {
        double plot = Math.max(look.width() - widestLabel() - 60, 80);
        return rows.stream().flatMap(row -> row.item().stream()).mapToDouble(item -> {
            double words = remark.apply(item).isEmpty() ? 0 : Look.width(remark(item), look.small()) + 2 * GAP;
            return reach.applyAsDouble(item) * plot / Math.max(plot - words, plot * 0.2);
        }).reduce(value.high(), Math::max);
    }

    private String remark(T item) {
        return look.shown(remark.apply(item), look.small(), look.width() * LONGEST_REMARK);
    }

    /**
     * Writes the remark of a line.
     *
     * @param reach  where what is drawn ends
     * @param middle of the line, from the top
     */
    void drawRemark(Graphics2D g2, T item, double reach, double middle) {
        String words = remark(item);
        double height = look.small().getSize2D() * 1.2;
        // No line of the grid goes through words.
        g2.setPaint(look.colour(Ink.BACKGROUND));
        g2.fill(new Rectangle2D.Double(reach + GAP / 2, middle - height / 2, words.isEmpty() ? 0 : Look.width(words, look.small()) + GAP, height));
        g2.setPaint(look.colour(Ink.TEXT));
        Look.draw(g2, words, look.small(), reach + GAP, middle);
    }
}

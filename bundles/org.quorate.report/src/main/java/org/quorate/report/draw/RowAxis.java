// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.util.List;
import java.util.function.Predicate;
import org.jfree.chart.axis.CategoryAxis;
import org.quorate.report.chart.Ink;

/** The axis of charts whose categories are lines below one another, titles of groups among them. Pure functions. */
final class RowAxis {

    private static final double SHORTEST = 26;
    /** The share of a line that is empty. */
    private static final double LINE_GAP = 0.3;

    private RowAxis() {
    }

    /**
     * The axis.
     *
     * @param rows  whose text is the label, from top to bottom
     * @param title whether a row is the title of a group
     */
    static <R extends Comparable<R>> CategoryAxis of(List<R> rows, Predicate<R> title, Look look) {
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
        axis.setCategoryLabelPositionOffset((int) Math.max(6, SHORTEST - widest(rows, title, look)));
        for (R row : rows) {
            if (title.test(row)) {
                axis.setTickLabelFont(row, look.strong());
            }
        }
        return axis;
    }

    /** Width of the widest label. */
    static <R> double widest(List<R> rows, Predicate<R> title, Look look) {
        return rows.stream().mapToDouble(row -> Look.width(row.toString(), title.test(row) ? look.strong() : look.text())).max().orElse(0);
    }

    /** Where an axis ends so that a bar or span to {@code reach} leaves room for its remark. */
    static double end(double reach, String remark, double widestLabel, double gap, Look look) {
        double plot = Math.max(look.width() - widestLabel - 60, 80);
        double words = Look.width(remark, look.small()) + 2 * gap;
        return reach * plot / Math.max(plot - words, plot * 0.2);
    }
}

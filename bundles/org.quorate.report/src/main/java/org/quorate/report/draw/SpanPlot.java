// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.category.DefaultCategoryDataset;
import org.quorate.report.chart.SpanChart;

/**
 * Turns a {@link SpanChart} into a plot of JFreeChart: one category a line, titles of groups among them.
 *
 * @param chart what to draw
 * @param look  how it looks
 */
record SpanPlot(SpanChart chart, Look look) {

    private static final double LABELS = 0.42;

    CategoryPlot plot() {
        RowPlot<SpanChart.Line> rows = new RowPlot<>(look, LABELS, SpanChart.Line::remark);
        chart.groups().forEach(group -> rows.add(group.title(), group.lines(), SpanChart.Line::label));
        CategoryPlot plot = rows.plot(data(rows), chart.value(), SpanChart.Line::end, new SpanRenderer(chart, rows, look));
        plot.setFixedLegendItems(legend());
        return plot;
    }

    /** One number a line, so that each is drawn once. */
    private static DefaultCategoryDataset data(RowPlot<SpanChart.Line> rows) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        rows.rows().forEach(row -> data.addValue(row.item().map(SpanChart.Line::end).orElse(null), Integer.valueOf(0), row));
        return data;
    }

    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        chart.kinds().forEach(kind -> items.add(look.legend(kind.name(), kind.ink())));
        return items;
    }
}

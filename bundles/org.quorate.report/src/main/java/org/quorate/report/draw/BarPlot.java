// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.util.List;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.category.DefaultCategoryDataset;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.BarChart.Bar;

/**
 * Turns a {@link BarChart} into a plot of JFreeChart: one category a line, titles of groups among them.
 *
 * @param chart what to draw
 * @param look  how it looks
 */
record BarPlot(BarChart chart, Look look) {

    private static final double LABELS = 0.36;

    CategoryPlot plot() {
        RowPlot<Bar> rows = new RowPlot<>(look, LABELS, Bar::remark);
        chart.groups().forEach(group -> rows.add(group.title(), group.bars(), Bar::label));
        CategoryPlot plot = rows.plot(data(rows), chart.value(), bar -> bar.length() + bar.halfWidth(), new PartRenderer(chart, rows, look));
        plot.setFixedLegendItems(legend());
        return plot;
    }

    private DefaultCategoryDataset data(RowPlot<Bar> rows) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (RowPlot.Row<Bar> row : rows.rows()) {
            List<Double> lengths = row.item().map(Bar::lengths).orElse(List.of());
            for (int part = 0; part < chart.parts().size(); part++) {
                data.addValue(lengths.isEmpty() ? null : lengths.get(part), Integer.valueOf(part), row);
            }
        }
        return data;
    }

    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        if (chart.parts().size() > 1) {
            chart.parts().forEach(part -> items.add(look.legend(part.name(), part.ink())));
        }
        return items;
    }
}

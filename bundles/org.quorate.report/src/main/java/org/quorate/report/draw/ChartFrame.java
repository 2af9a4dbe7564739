// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.ClusterChart;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.ScatterChart;
import org.quorate.report.chart.SequenceChart;
import org.quorate.report.chart.SpanChart;

/**
 * What is around a plot: title, legend above the plot (never over the data), margins, background.
 *
 * @param look how it looks
 */
record ChartFrame(Look look) {

    private static final RectangleInsets MARGIN = new RectangleInsets(6, 6, 6, 10);
    /** Sample and gaps of a legend entry beside its words, as JFreeChart lays them out. */
    private static final double LEGEND_ENTRY = 34;

    JFreeChart chart(ChartSpec spec) {
        Plot plot = plot(spec);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setNoDataMessage(null);
        JFreeChart chart = new JFreeChart(null, look.title(), plot, false);
        chart.setBackgroundPaint(look.titled() ? look.colour(Ink.BACKGROUND) : null);
        chart.setPadding(MARGIN);
        if (look.titled()) {
            chart.setTitle(title(spec));
        }
        if (plot.getLegendItems().getItemCount() > 0) {
            chart.addLegend(legend(plot));
        }
        return chart;
    }

    private Plot plot(ChartSpec spec) {
        if (spec instanceof LineChart lines) {
            return new LinePlot(lines, look).plot();
        }
        if (spec instanceof HeatChart cells) {
            return new HeatPlot(cells, look).plot();
        }
        if (spec instanceof SpanChart spans) {
            return new SpanPlot(spans, look).plot();
        }
        if (spec instanceof SequenceChart sequence) {
            return new SequencePlot(sequence, look);
        }
        if (spec instanceof ClusterChart cluster) {
            return new ClusterPlot(cluster, look);
        }
        return spec instanceof ScatterChart points ? new ScatterPlot(points, look).plot() : new BarPlot((BarChart) spec, look).plot();
    }

    private TextTitle title(ChartSpec spec) {
        TextTitle title = new TextTitle(look.shown(spec.title(), look.title(), look.width() - 40.0), look.title());
        title.setPaint(look.colour(Ink.TEXT));
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(2, 4, 6, 0));
        return title;
    }

    private LegendTitle legend(Plot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemFont(look.text());
        legend.setItemPaint(look.colour(Ink.TEXT));
        legend.setBackgroundPaint(null);
        legend.setFrame(BlockBorder.NONE);
        legend.setPadding(new RectangleInsets(0, 0, 6, 0));
        return legend;
    }

    /** Lines that the legend takes, as far as the height of the chart depends on it. */
    int legendLines(ChartSpec spec) {
        int lines = 0;
        double used = Double.POSITIVE_INFINITY;
        for (String name : legend(spec)) {
            double entry = LEGEND_ENTRY + Look.width(name, look.text());
            if (used + entry > look.width() - 40) {
                lines++;
                used = 0;
            }
            used += entry;
        }
        return lines;
    }

    private static List<String> legend(ChartSpec spec) {
        if (spec instanceof BarChart bars && bars.parts().size() > 1) {
            return bars.parts().stream().map(BarChart.Part::name).toList();
        }
        if (spec instanceof SpanChart spans) {
            return spans.kinds().stream().map(SpanChart.Kind::name).toList();
        }
        if (spec instanceof SequenceChart sequence) {
            return sequence.kinds().stream().map(SequenceChart.Kind::name).toList();
        }
        return spec instanceof HeatChart cells ? cells.keys().stream().map(HeatChart.Key::name).toList() : List.of();
    }

    /** Every word that comes from outside. */
    static List<String> texts(ChartSpec spec) {
        List<String> texts = new ArrayList<>(List.of(spec.title()));
        if (spec instanceof LineChart lines) {
            lines.series().forEach(series -> texts.add(series.name()));
            lines.limits().forEach(limit -> texts.add(limit.name()));
        } else if (spec instanceof ScatterChart points) {
            points.series().forEach(series -> texts.add(series.name()));
            points.guides().forEach(guide -> texts.add(guide.name()));
        } else if (spec instanceof HeatChart cells) {
            texts.addAll(cells.x().labels());
            texts.addAll(cells.y().labels());
            cells.cells().forEach(cell -> texts.addAll(cell.labels()));
            cells.keys().forEach(key -> texts.add(key.name()));
        } else if (spec instanceof BarChart bars) {
            for (BarChart.Group group : bars.groups()) {
                texts.add(group.title());
                group.bars().forEach(bar -> texts.addAll(List.of(bar.label(), bar.remark())));
            }
        } else if (spec instanceof SpanChart spans) {
            for (SpanChart.Group group : spans.groups()) {
                texts.add(group.title());
                group.lines().forEach(line -> texts.addAll(List.of(line.label(), line.remark())));
            }
        } else if (spec instanceof SequenceChart sequence) {
            SequencePlot.texts(sequence, texts);
        } else if (spec instanceof ClusterChart cluster) {
            ClusterPlot.texts(cluster, texts);
        }
        return texts;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.CategoryPlot;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.Reading;
import org.quorate.report.chart.SpanChart;
import org.quorate.report.chart.Spot;
import org.quorate.report.text.Unit;

/**
 * What is where in a plot of lines below one another.
 *
 * @param drawn the plot and its area
 */
record RowSpots(MapMaker drawn) {

    /** Short stretches are no smaller targets than that. */
    private static final double LEAST = 3;

    List<Spot> bars(BarChart chart) {
        List<Spot> spots = new ArrayList<>();
        int row = 0;
        for (int group = 0; group < chart.groups().size(); group++) {
            BarChart.Group bars = chart.groups().get(group);
            row += bars.title().isEmpty() ? 0 : 1;
            for (int i = 0; i < bars.bars().size(); i++) {
                bar(spots, chart, group, i, row++);
            }
        }
        return spots;
    }

    private void bar(List<Spot> spots, BarChart chart, int group, int index, int row) {
        BarChart.Bar bar = chart.groups().get(group).bars().get(index);
        String name = name(chart.groups().get(group).title(), bar.label());
        Reading whole = new Reading.Measured(chart.value().title(), chart.value().unit(), bar.length(), bar.halfWidth());
        Reading remark = new Reading.Said("", bar.remark());
        if (bar.lengths().isEmpty()) {
            spots.add(spot(group, index, name, bar.remark().isEmpty() ? List.of() : List.of(remark), row, 0, 0));
        } else if (bar.lengths().size() == 1) {
            spots.add(spot(group, index, name, List.of(whole), row, 0, bar.length()));
        } else {
            double from = 0;
            for (int part = 0; part < bar.lengths().size(); part++) {
                double length = bar.lengths().get(part);
                Reading own = new Reading.Measured(chart.parts().get(part).name(), chart.value().unit(), length, 0);
                // That all parts are 100 % needs no saying; the value of the bar stands behind it.
                Reading rest = chart.value().unit() == Unit.SHARE && !bar.remark().isEmpty() ? remark : whole;
                if (length > 0) {
                    spots.add(spot(group, index, name, List.of(own, rest), row, from, from + length));
                }
                from += length;
            }
        }
    }

    List<Spot> spans(SpanChart chart) {
        List<Spot> spots = new ArrayList<>();
        int row = 0;
        for (int group = 0; group < chart.groups().size(); group++) {
            SpanChart.Group lines = chart.groups().get(group);
            row += lines.title().isEmpty() ? 0 : 1;
            for (int i = 0; i < lines.lines().size(); i++) {
                line(spots, chart, group, i, row++);
            }
        }
        return spots;
    }

    private void line(List<Spot> spots, SpanChart chart, int group, int index, int row) {
        SpanChart.Line line = chart.groups().get(group).lines().get(index);
        String name = name(chart.groups().get(group).title(), line.label());
        for (SpanChart.Span span : line.spans()) {
            List<Reading> readings = new ArrayList<>();
            readings.add(new Reading.Said("", chart.kinds().get(span.kind()).name()));
            readings.add(new Reading.Measured("from", chart.value().unit(), span.from(), 0));
            readings.add(new Reading.Measured("to", chart.value().unit(), span.to(), 0));
            readings.add(new Reading.Measured("lasts", chart.value().unit(), span.to() - span.from(), 0));
            remark(readings, line);
            spots.add(spot(group, index, name, readings, row, span.from(), span.to()));
        }
        line.mark().ifPresent(mark -> {
            List<Reading> readings = new ArrayList<>();
            readings.add(new Reading.Measured(chart.value().title(), chart.value().unit(), mark, 0));
            remark(readings, line);
            spots.add(spot(group, index, name, readings, row, mark, mark));
        });
    }

    private static void remark(List<Reading> readings, SpanChart.Line line) {
        if (!line.remark().isEmpty()) {
            readings.add(new Reading.Said("", line.remark()));
        }
    }

    private static String name(String group, String label) {
        return group.isEmpty() ? label : group + ", " + label;
    }

    private Spot spot(int group, int index, String name, List<Reading> readings, int row, double from, double to) {
        CategoryPlot plot = (CategoryPlot) drawn.plot();
        int rows = plot.getDataset().getColumnCount();
        double left = plot.getRangeAxis().valueToJava2D(from, drawn.area(), plot.getRangeAxisEdge());
        double right = plot.getRangeAxis().valueToJava2D(to, drawn.area(), plot.getRangeAxisEdge());
        double middle = plot.getDomainAxis().getCategoryMiddle(row, rows, drawn.area(), plot.getDomainAxisEdge());
        double height = drawn.area().getHeight() / rows * 0.7;
        double spare = Math.max(0, LEAST - (right - left));
        return new Spot(group, index, name, readings, left - spare / 2, middle - height / 2, right - left + spare, height);
    }
}

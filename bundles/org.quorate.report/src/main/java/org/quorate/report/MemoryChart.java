// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.LineChart.Point;
import org.quorate.report.chart.LineChart.Series;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.Ticks;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.MemoryTimeline;
import org.quorate.study.result.MemoryTimeline.Sample;

/** Lock memory over simulated time: of each contender the node that had most of it at any time. */
record MemoryChart(Contenders contenders) {

    /** Points of a line: about one every two pixels of a chart as wide as a page. */
    private static final int POINTS = 500;
    /** No line runs along the upper edge, where half of it would be cut off. */
    private static final double HEADROOM = 1.03;

    /** Absent if no contender has any lock memory. */
    Optional<LineChart> chart() {
        List<Series> series = new ArrayList<>();
        for (ContenderResult contender : contenders.all()) {
            int node = fullest(contender.memory());
            if (node >= 0) {
                series.add(new Series(contenders.name(contender) + " on " + contender.memory().nodes().get(node),
                        contenders.style(contender), points(contender.memory().samples(), node)));
            }
        }
        if (series.isEmpty()) {
            return Optional.empty();
        }
        double last = series.stream().flatMap(s -> s.points().stream()).mapToDouble(Point::x).max().orElse(0);
        double most = series.stream().flatMap(s -> s.points().stream()).mapToDouble(Point::y).max().orElse(0);
        return Optional.of(new LineChart("memory-chart", "Lock memory over time",
                "Lock memory over simulated time, for "
                + Words.and(series.stream().map(Series::name).toList()) + ".",
                new Axis("Simulated time", Unit.TIME, Scale.LINEAR, 0, last <= 0 ? 1 : last),
                new Axis("Lock memory", Unit.BYTES, Scale.LINEAR, 0, Ticks.roundUp(Unit.BYTES, most * HEADROOM)), series));
    }

    /** Index of the node that had most at any time; -1 if none had anything. */
    private static int fullest(MemoryTimeline memory) {
        int fullest = -1;
        long most = 0;
        for (Sample sample : memory.samples()) {
            for (int node = 0; node < sample.lockBytes().size(); node++) {
                if (sample.lockBytes().get(node) > most) {
                    most = sample.lockBytes().get(node);
                    fullest = node;
                }
            }
        }
        return fullest;
    }

    /** All samples, or of each stretch of them the first and the largest, so that no peak is lost. */
    private static List<Point> points(List<Sample> samples, int node) {
        int stretch = Math.max(1, (samples.size() + POINTS / 2 - 1) / (POINTS / 2));
        List<Point> points = new ArrayList<>();
        for (int start = 0; start < samples.size(); start += stretch) {
            points.add(point(samples.get(start), node));
            int peak = start;
            for (int i = start; i < Math.min(samples.size(), start + stretch); i++) {
                peak = samples.get(i).lockBytes().get(node) > samples.get(peak).lockBytes().get(node) ? i : peak;
            }
            if (peak > start) {
                points.add(point(samples.get(peak), node));
            }
        }
        Point last = point(samples.get(samples.size() - 1), node);
        if (points.get(points.size() - 1).x() < last.x()) {
            points.add(last);
        }
        return points;
    }

    private static Point point(Sample sample, int node) {
        return new Point(sample.timeNanos(), sample.lockBytes().get(node));
    }
}

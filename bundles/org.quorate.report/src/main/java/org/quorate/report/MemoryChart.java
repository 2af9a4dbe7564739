// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.LineChart.Point;
import org.quorate.report.chart.LineChart.Series;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.chart.Ticks;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.MemoryTimeline;
import org.quorate.study.result.MemoryTimeline.CacheLine;
import org.quorate.study.result.MemoryTimeline.Sample;

/**
 * Lock memory over simulated time: of each contender the node that had most of it at any time, and the slab caches of that node, each as a
 * line.
 */
record MemoryChart(Contenders contenders) {

    /** Points of a line: about one every two pixels of a chart as wide as a page. */
    private static final int POINTS = 500;
    /** Lines that can be told apart. */
    private static final int NODES = 8;
    /** No line runs along the upper edge, where half of it would be cut off. */
    private static final double HEADROOM = 1.03;

    /** Absent if no contender has any lock memory. */
    Optional<LineChart> chart() {
        List<Series> series = new ArrayList<>();
        for (ContenderResult contender : contenders.all()) {
            MemoryTimeline memory = contender.memory();
            memory.fullestNode().ifPresent(node -> series.add(new Series(
                    contenders.name(contender) + " on " + memory.nodes().get(node), contenders.style(contender),
                    points(memory.samples(), i -> memory.samples().get(i).lockBytes().get(node)))));
        }
        return series.isEmpty() ? Optional.empty() : Optional.of(chart("memory-chart", "Lock memory over time",
                "Lock memory over simulated time, for " + Words.and(series.stream().map(Series::name).toList()) + ".",
                "Lock memory", series));
    }

    /** For each contender with lock memory on several nodes a line a node, in the order of the scenario; of many, those that had most. */
    List<LineChart> nodes() {
        List<LineChart> charts = new ArrayList<>();
        for (ContenderResult contender : contenders.all()) {
            MemoryTimeline memory = contender.memory();
            List<Integer> nodes = fullest(memory);
            if (nodes.size() > 1) {
                List<Series> series = new ArrayList<>();
                for (int node : nodes) {
                    series.add(new Series(memory.nodes().get(node), SeriesStyle.candidate(series.size()),
                            points(memory.samples(), i -> memory.samples().get(i).lockBytes().get(node))));
                }
                String name = contenders.name(contender);
                charts.add(chart("memory-nodes-" + (contenders.all().indexOf(contender) + 1), "Lock memory over time by node: " + name,
                        "Lock memory of " + name + " over simulated time, for " + Words.and(series.stream().map(Series::name).toList()) + ".",
                        "Lock memory", series));
            }
        }
        return charts;
    }

    /** Indices of nodes that had any lock memory, rising. */
    private static List<Integer> fullest(MemoryTimeline memory) {
        return IntStream.range(0, memory.nodes().size()).boxed().filter(node -> most(memory, node) > 0)
                .sorted(Comparator.comparingLong((Integer node) -> most(memory, node)).reversed()).limit(NODES).sorted().toList();
    }

    private static long most(MemoryTimeline memory, int node) {
        return memory.samples().stream().mapToLong(sample -> sample.lockBytes().get(node)).max().orElse(0);
    }

    /** For each contender with lock memory the slab caches of its fullest node; those that are no lock memory are grey. */
    List<LineChart> caches() {
        List<LineChart> charts = new ArrayList<>();
        for (ContenderResult contender : contenders.all()) {
            contender.memory().fullestNode().ifPresent(node -> {
                List<Series> series = caches(contender.memory(), node);
                String where = contenders.name(contender) + " on " + contender.memory().nodes().get(node);
                if (!series.isEmpty()) {
                    charts.add(chart("memory-caches-" + (contenders.all().indexOf(contender) + 1), "Slab caches over time: " + where,
                            "Memory in each slab cache over simulated time, for " + where + ": "
                                    + Words.and(series.stream().map(Series::name).toList()) + ".",
                            "Memory", series));
                }
            });
        }
        return charts;
    }

    private static List<Series> caches(MemoryTimeline memory, int node) {
        List<Series> series = new ArrayList<>();
        int locks = 0;
        int others = 0;
        for (CacheLine line : memory.cachesOf(node)) {
            series.add(new Series(line.lock() ? line.slabName() : line.slabName() + " (no lock memory)",
                    line.lock() ? SeriesStyle.candidate(locks++) : SeriesStyle.baseline(others++),
                    points(memory.samples(), line::bytes)));
        }
        return series;
    }

    private static LineChart chart(String id, String title, String description, String upright, List<Series> series) {
        double last = series.stream().flatMap(s -> s.points().stream()).mapToDouble(Point::x).max().orElse(0);
        double most = series.stream().flatMap(s -> s.points().stream()).mapToDouble(Point::y).max().orElse(0);
        return new LineChart(id, title, description,
                new Axis("Simulated time", Unit.TIME, Scale.LINEAR, 0, last <= 0 ? 1 : last),
                new Axis(upright, Unit.BYTES, Scale.LINEAR, 0, Ticks.roundUp(Unit.BYTES, most * HEADROOM)), series);
    }

    /** All samples, or of each stretch of them the first and the largest, so that no peak is lost. */
    private static List<Point> points(List<Sample> samples, IntToLongFunction bytes) {
        int stretch = Math.max(1, (samples.size() + POINTS / 2 - 1) / (POINTS / 2));
        List<Point> points = new ArrayList<>();
        for (int start = 0; start < samples.size(); start += stretch) {
            points.add(new Point(samples.get(start).timeNanos(), bytes.applyAsLong(start)));
            int peak = start;
            for (int i = start; i < Math.min(samples.size(), start + stretch); i++) {
                peak = bytes.applyAsLong(i) > bytes.applyAsLong(peak) ? i : peak;
            }
            if (peak > start) {
                points.add(new Point(samples.get(peak).timeNanos(), bytes.applyAsLong(peak)));
            }
        }
        int end = samples.size() - 1;
        if (points.get(points.size() - 1).x() < samples.get(end).timeNanos()) {
            points.add(new Point(samples.get(end).timeNanos(), bytes.applyAsLong(end)));
        }
        return points;
    }
}


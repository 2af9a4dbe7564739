// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Makes the chart that is seen through a {@link ChartView}: the same data with other axes, without what is outside of them. Lines and
 * points can be cut on both axes, timelines across; bars must start at 0 and cells have no numbers, so that these are always shown
 * whole. Pure functions.
 */
public final class ChartCut {

    private ChartCut() {
    }

    /** True if a part of the axis across can be shown. */
    public static boolean cutsX(ChartSpec chart) {
        return chart instanceof LineChart || chart instanceof ScatterChart || chart instanceof SpanChart;
    }

    /** True if a part of the upright axis can be shown. */
    public static boolean cutsY(ChartSpec chart) {
        return chart instanceof LineChart || chart instanceof ScatterChart;
    }

    /** True if the axis across can be turned by itself. */
    public static boolean turnsX(ChartSpec chart) {
        return chart instanceof LineChart lines && turns(lines.x(), xs(lines));
    }

    /** True if the upright axis can be turned; those of a scatter chart are turned together. */
    public static boolean turnsY(ChartSpec chart) {
        return chart instanceof LineChart lines && turns(lines.y(), ys(lines))
                || chart instanceof ScatterChart points && turns(points.y(), values(points));
    }

    /** A logarithmic axis has no place for 0 and below. */
    private static boolean turns(Axis axis, List<Double> values) {
        return axis.scale() == Scale.LOG || axis.scale() == Scale.LINEAR && !values.isEmpty() && values.stream().allMatch(value -> value > 0);
    }

    /** The chart as it is seen. What cannot be cut or turned is left as it is. */
    public static ChartSpec of(ChartSpec chart, ChartView view) {
        if (view.equals(ChartView.WHOLE)) {
            return chart;
        }
        if (chart instanceof LineChart lines) {
            return lines(lines, view);
        }
        if (chart instanceof ScatterChart points) {
            return points(points, view);
        }
        return chart instanceof SpanChart spans && !view.x().equals(Window.WHOLE) ? spans(spans, cut(spans.value(), view.x())) : chart;
    }

    private static LineChart lines(LineChart chart, ChartView view) {
        Axis x = cut(view.turnedX() && turnsX(chart) ? turned(chart.x(), xs(chart)) : chart.x(), view.x());
        Axis y = cut(view.turnedY() && turnsY(chart) ? turned(chart.y(), ys(chart)) : chart.y(), view.y());
        List<LineChart.Series> series = chart.series().stream()
                .map(line -> new LineChart.Series(line.name(), line.style(), near(line.points(), x))).toList();
        return new LineChart(chart.id(), chart.title(), chart.description(), x, y, series, chart.limits());
    }

    /** The points inside, and one more on either side, to which the line leads on. */
    private static List<LineChart.Point> near(List<LineChart.Point> points, Axis x) {
        int first = 0;
        while (first + 1 < points.size() && points.get(first + 1).x() < x.low()) {
            first++;
        }
        int end = points.size();
        while (end - 2 >= first && points.get(end - 2).x() > x.high()) {
            end--;
        }
        return points.subList(first, end);
    }

    private static ScatterChart points(ScatterChart chart, ChartView view) {
        boolean turned = view.turnedY() && turnsY(chart);
        Axis x = cut(turned ? turned(chart.x(), values(chart)) : chart.x(), view.x());
        Axis y = cut(turned ? turned(chart.y(), values(chart)) : chart.y(), view.y());
        List<ScatterChart.Series> series = chart.series().stream().map(some -> new ScatterChart.Series(some.name(), some.style(),
                some.points().stream().filter(point -> inside(x, point.x()) && inside(y, point.y())).toList())).toList();
        return new ScatterChart(chart.id(), chart.title(), chart.description(), x, y, series, chart.guides());
    }

    private static SpanChart spans(SpanChart chart, Axis axis) {
        List<SpanChart.Group> groups = chart.groups().stream().map(group -> new SpanChart.Group(group.title(),
                group.lines().stream().map(line -> spans(line, axis)).toList())).toList();
        return new SpanChart(chart.id(), chart.title(), chart.description(), axis, chart.kinds(), groups);
    }

    /** Without its remark, which stands behind what may be outside. */
    private static SpanChart.Line spans(SpanChart.Line line, Axis axis) {
        List<SpanChart.Span> spans = new ArrayList<>();
        for (SpanChart.Span span : line.spans()) {
            double from = Math.max(span.from(), axis.low());
            double to = Math.min(span.to(), axis.high());
            if (from <= to) {
                spans.add(new SpanChart.Span(span.kind(), from, to));
            }
        }
        OptionalDouble mark = line.mark().isPresent() && inside(axis, line.mark().getAsDouble()) ? line.mark() : OptionalDouble.empty();
        return new SpanChart.Line(line.label(), spans, mark, "");
    }

    private static boolean inside(Axis axis, double value) {
        return value >= axis.low() && value <= axis.high();
    }

    private static Axis cut(Axis axis, Window window) {
        if (window.equals(Window.WHOLE)) {
            return axis;
        }
        double low = axis.scale().place(axis.low());
        double length = axis.scale().place(axis.high()) - low;
        return axis.with(axis.scale(), axis.scale().value(low + window.from() * length),
                axis.scale().value(low + window.to() * length));
    }

    private static Axis turned(Axis axis, List<Double> values) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return axis.scale() == Scale.LINEAR
                ? axis.with(Scale.LOG, Ticks.decadeDown(least), Ticks.decadeUp(most))
                : axis.with(Scale.LINEAR, 0, Ticks.roundUp(axis.unit(), most));
    }

    private static List<Double> xs(LineChart chart) {
        return chart.series().stream().flatMap(line -> line.points().stream()).map(LineChart.Point::x).toList();
    }

    private static List<Double> ys(LineChart chart) {
        Stream<Double> points = chart.series().stream().flatMap(line -> line.points().stream()).map(LineChart.Point::y);
        return Stream.concat(points, chart.limits().stream().map(LineChart.Limit::y)).toList();
    }

    /** Of both axes, which are alike. */
    private static List<Double> values(ScatterChart chart) {
        return chart.series().stream().flatMap(some -> some.points().stream())
                .flatMapToDouble(point -> DoubleStream.of(point.x(), point.y())).boxed().toList();
    }
}

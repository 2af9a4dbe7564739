// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.quorate.model.Target;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.document.Figure;
import org.quorate.report.text.Unit;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Interval;
import org.quorate.study.search.Search;
import org.quorate.study.search.SearchPoint;
import org.quorate.study.search.SearchResult;
import org.quorate.study.search.SearchWords;
import org.quorate.study.sweep.SweepField;

/**
 * Charts of a search: for each target its figure over the field, with the limit.
 *
 * @param search whose
 */
record SearchCharts(Search search) {

    private static final double NANOS_PER_MILLI = 1e6;

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < search.limits().size(); i++) {
            int target = i;
            // A figure that no contender has anywhere has no axis.
            if (search.results().stream().flatMap(result -> result.points().stream()).anyMatch(point -> value(point, target).isPresent())) {
                figures.add(new Figure(chart(target), search.limits().size() > 1 ? Figure.Width.HALF : Figure.Width.FULL, caption(target)));
            }
        }
        return figures;
    }

    private LineChart chart(int target) {
        Target limit = search.limits().get(target);
        double level = base(limit.figure(), limit.limit());
        List<Interval> values = new ArrayList<>(List.of(Interval.exactly(level)));
        List<LineChart.Series> series = new ArrayList<>();
        for (SearchResult result : search.results()) {
            List<LineChart.Point> points = new ArrayList<>();
            for (SearchPoint point : result.points()) {
                value(point, target).ifPresent(value -> {
                    values.add(value);
                    points.add(new LineChart.Point(point.number(), value.mean(), value.halfWidth()));
                });
            }
            if (!points.isEmpty()) {
                series.add(new LineChart.Series(result.label(), SeriesStyle.among(search.results(), result, SearchCharts::local), points));
            }
        }
        String words = search.targets().get(target);
        Axis y = SweepAxes.upwards(title(words), unit(limit.figure()), values);
        List<LineChart.Series> inside = series.stream().map(line -> new LineChart.Series(line.name(), line.style(), line.points().stream()
                .map(point -> new LineChart.Point(point.x(), Math.max(y.low(), point.y()), point.halfWidth())).toList())).toList();
        return new LineChart("target-" + (target + 1), words, "Figure of the target " + words + " over " + search.field() + ", for "
                + Words.and(inside.stream().map(LineChart.Series::name).toList()) + ", with the limit.", across(), y, inside,
                List.of(new LineChart.Limit("limit", level)));
    }

    /** The target without its limit. */
    private static String title(String target) {
        return target.replaceFirst(" [≤≥] .*", "");
    }

    private Axis across() {
        NavigableMap<Double, String> values = new TreeMap<>();
        search.results().forEach(result -> result.points().forEach(point -> values.put(point.number(), point.value())));
        return SweepAxes.across(new SearchWords(search).field(), new SweepField(search.field(), search.dimension(),
                List.copyOf(values.values()), List.copyOf(values.keySet())));
    }

    private Optional<Interval> value(SearchPoint point, int target) {
        Target.Figure figure = search.limits().get(target).figure();
        return point.saturated().isPresent() ? Optional.empty() : point.targets().get(target).value()
                .map(value -> new Interval(base(figure, value.mean()), base(figure, value.halfWidth())));
    }

    private static double base(Target.Figure figure, double value) {
        return figure == Target.Figure.LATENCY ? value * NANOS_PER_MILLI : value;
    }

    private static Unit unit(Target.Figure figure) {
        return switch (figure) {
            case LATENCY -> Unit.TIME;
            case LOCK_MEMORY -> Unit.BYTES;
            case THROUGHPUT -> Unit.OPERATIONS_PER_SECOND;
        };
    }

    /** Who has no figure where, so that the end of a line is not taken for the end of the search. */
    private String caption(int target) {
        List<String> missing = new ArrayList<>();
        for (SearchResult result : search.results()) {
            List<String> without = result.points().stream().filter(point -> value(point, target).isEmpty())
                    .map(point -> point.value() + (point.saturated().isPresent() ? ": saturated" : ": not measured")).toList();
            if (!without.isEmpty()) {
                missing.add(result.label() + " (" + Words.and(without) + ")");
            }
        }
        return missing.isEmpty() ? "" : "Without a figure: " + Words.and(missing) + ".";
    }

    private static boolean local(SearchResult result) {
        return result.kind() == FileSystemKind.EXT4 || result.kind() == FileSystemKind.XFS;
    }
}

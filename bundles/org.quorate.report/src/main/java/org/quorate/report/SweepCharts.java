// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.document.Figure;
import org.quorate.report.text.Quantity;
import org.quorate.study.result.Interval;
import org.quorate.study.sweep.PointContender;
import org.quorate.study.sweep.Sweep;
import org.quorate.study.sweep.SweepField;
import org.quorate.study.sweep.SweepPoint;

/**
 * Charts of a sweep: each figure over the numeric field that has most values, one chart for each combination of the others;
 * as bars if no field is a number.
 */
final class SweepCharts {

    /** More are no overview. */
    private static final int MOST_CHARTS = 36;
    /** Groups of bars in one chart. */
    private static final int MOST_GROUPS = 24;

    private final Sweep sweep;
    private final OptionalInt across;
    private final Map<List<String>, List<SweepPoint>> facets = new LinkedHashMap<>();
    private final List<SweepFigure> figures;

    SweepCharts(Sweep sweep) {
        this.sweep = sweep;
        this.across = IntStream.range(0, sweep.fields().size()).filter(i -> sweep.fields().get(i).numbers().size() > 1)
                .reduce((best, next) -> size(next) > size(best) && !sweep.together() ? next : best);
        sweep.points().forEach(point -> facets.computeIfAbsent(facet(point), key -> new ArrayList<>()).add(point));
        this.figures = SweepFigure.of(sweep).stream().filter(figure -> values(figure).stream().anyMatch(v -> v.mean() != 0))
                .toList();
    }

    private int size(int field) {
        return sweep.fields().get(field).values().size();
    }

    /** The values of all other fields; of none if the fields go together, or if none is a number. */
    private List<String> facet(SweepPoint point) {
        return sweep.together() || across.isEmpty() ? List.of() : IntStream.range(0, point.values().size())
                .filter(i -> i != across.getAsInt()).mapToObj(point.values()::get).toList();
    }

    /** Says that charts are left out; empty if none are. */
    String leftOut() {
        boolean charts = figures.size() * facets.size() > MOST_CHARTS;
        boolean groups = across.isEmpty() && sweep.points().size() > MOST_GROUPS;
        return (charts ? " There are only the first " + MOST_CHARTS + " of " + figures.size() * facets.size() + " charts." : "")
                + (groups ? " Only the first " + MOST_GROUPS + " points are drawn." : "")
                + (charts || groups ? " The tables have every figure." : "");
    }

    List<Figure> figures() {
        List<Figure> drawn = new ArrayList<>();
        for (SweepFigure figure : figures) {
            for (Map.Entry<List<String>, List<SweepPoint>> facet : facets.entrySet()) {
                if (drawn.size() < MOST_CHARTS) {
                    String id = "chart-" + (drawn.size() + 1);
                    drawn.add(new Figure(chart(id, figure, facet.getKey(), facet.getValue()),
                            across.isPresent() ? Figure.Width.HALF : Figure.Width.FULL, caption(figure, facet.getValue())));
                }
            }
        }
        return drawn;
    }

    private ChartSpec chart(String id, SweepFigure figure, List<String> facet, List<SweepPoint> points) {
        String title = figure.title() + (facet.isEmpty() ? "" : ", " + facetName(facet));
        return across.isPresent() ? lines(id, title, figure, points) : bars(id, title, figure, points);
    }

    private String facetName(List<String> facet) {
        List<SweepField> others = IntStream.range(0, sweep.fields().size()).filter(i -> i != across.orElse(-1))
                .mapToObj(sweep.fields()::get).toList();
        return SweepPoint.name(others, facet);
    }

    private LineChart lines(String id, String title, SweepFigure figure, List<SweepPoint> points) {
        SweepField field = sweep.fields().get(across.getAsInt());
        Axis x = SweepAxes.across(SweepField.titles(sweep.fields()).get(across.getAsInt()), field);
        Axis y = SweepAxes.upwards(figure.title(), figure.unit(), values(figure));
        List<LineChart.Series> series = new ArrayList<>();
        for (String label : sweep.contenders()) {
            List<LineChart.Point> line = points.stream().map(point -> value(figure, point, label)
                    .map(value -> new LineChart.Point(number(field, point), value.mean(), value.halfWidth()))
                    .orElse(null)).filter(Objects::nonNull)
                    .sorted(Comparator.comparingDouble(LineChart.Point::x)).toList();
            if (!line.isEmpty()) {
                series.add(new LineChart.Series(label, style(label), line));
            }
        }
        return new LineChart(id, title, title + " over " + field.path() + ", for " + Words.and(sweep.contenders()) + ".", x, y,
                series);
    }

    private double number(SweepField field, SweepPoint point) {
        return field.numbers().get(field.values().indexOf(point.values().get(across.getAsInt())));
    }

    private BarChart bars(String id, String title, SweepFigure figure, List<SweepPoint> points) {
        List<BarChart.Group> groups = new ArrayList<>();
        for (SweepPoint point : points.subList(0, Math.min(MOST_GROUPS, points.size()))) {
            List<BarChart.Bar> bars = new ArrayList<>();
            for (String label : sweep.contenders()) {
                Optional<Interval> value = value(figure, point, label);
                bars.add(new BarChart.Bar(label, style(label).ink(), value.map(v -> List.of(v.mean())).orElse(List.of()),
                        value.map(Interval::halfWidth).orElse(0.0),
                        value.map(v -> Quantity.of(figure.unit(), v).brief()).orElseGet(() -> reason(point, label))));
            }
            groups.add(new BarChart.Group(String.join(", ", point.values()), bars));
        }
        Axis axis = SweepAxes.fromZero(figure.title(), figure.unit(), values(figure));
        return new BarChart(id, title, title + " for " + Words.and(sweep.contenders()) + ".", axis,
                List.of(new BarChart.Part(figure.title(), Ink.PART_1)), groups);
    }

    private List<Interval> values(SweepFigure figure) {
        return sweep.points().stream().flatMap(point -> point.outcome().stream())
                .flatMap(outcome -> outcome.contenders().stream()).flatMap(contender -> figure.value().apply(contender).stream())
                .toList();
    }

    private static Optional<Interval> value(SweepFigure figure, SweepPoint point, String label) {
        return point.contender(label).flatMap(figure.value());
    }

    private static String reason(SweepPoint point, String label) {
        return point.failure().isPresent() ? "failed"
                : point.contender(label).flatMap(PointContender::saturated).isPresent() ? "saturated" : "not measured";
    }

    /** What the groups are; or who has no figure where, so that the end of a line is not taken for the end of the sweep. */
    private String caption(SweepFigure figure, List<SweepPoint> points) {
        if (across.isEmpty()) {
            return "Each group is a point: " + String.join(", ", SweepField.titles(sweep.fields())) + ".";
        }
        List<String> missing = new ArrayList<>();
        for (String label : sweep.contenders()) {
            List<SweepPoint> without = points.stream().filter(point -> value(figure, point, label).isEmpty()).toList();
            if (!without.isEmpty()) {
                missing.add(label + " (" + Words.and(without.stream().map(point -> point.values().get(across.getAsInt()) + ": "
                        + reason(point, label)).toList()) + ")");
            }
        }
        return missing.isEmpty() ? "" : "Without a figure: " + Words.and(missing) + ".";
    }

    /** The same for a contender in every chart. */
    private SeriesStyle style(String label) {
        return SeriesStyle.among(sweep.contenders(), label, this::isBaseline);
    }

    private boolean isBaseline(String label) {
        return sweep.points().stream().anyMatch(point -> point.contender(label).filter(PointContender::baseline).isPresent());
    }
}

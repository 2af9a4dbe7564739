// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quorate.model.Operation;
import org.quorate.report.ReportFigures.Topic;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.LineChart.Point;
import org.quorate.report.chart.LineChart.Series;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.Ticks;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Interval;
import org.quorate.study.result.OperationFigures;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.result.OperationFigures.PercentilePoint;

/** How long operations take: distributions as charts, percentiles with intervals as tables. */
record LatencyTopic(Contenders contenders) {

    /** Simulated time has whole nanoseconds; a logarithmic axis has no 0. */
    private static final double SHORTEST_NANOS = 1;

    Topic topic() {
        List<Figure> figures = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<String> phases = contenders.phases();
        for (int i = 0; i < phases.size(); i++) {
            for (Operation operation : contenders.operations(phases.get(i))) {
                figure(phases.get(i), operation, "latency-" + (i + 1) + "-" + Words.of((Enum<?>) operation))
                        .ifPresent(figures::add);
            }
            if (!contenders.operations(phases.get(i)).isEmpty()) {
                tables.add(table(phases.get(i)));
            }
        }
        return new Topic("latency", "How long operations take", "Each curve gives, for a share of the operations, the "
                + "time within which that share was done: at 99 % stands the time that one operation in a hundred "
                + "exceeds. Lower is better. The axis of time is logarithmic.", figures, tables);
    }

    private Optional<Figure> figure(String phase, Operation operation, String id) {
        List<Series> series = new ArrayList<>();
        for (ContenderResult contender : contenders.all()) {
            boolean shown = contenders.saturated(phase).stream().noneMatch(contender.label()::equals);
            List<Point> points = contenders.operation(contender, phase, operation).filter(figures -> shown)
                    .map(LatencyTopic::points).orElse(List.of());
            if (points.size() > 1 && points.get(points.size() - 1).y() > SHORTEST_NANOS) {
                series.add(new Series(contenders.name(contender), contenders.style(contender), points));
            }
        }
        if (series.isEmpty()) {
            return Optional.empty();
        }
        String title = "Latency of " + Words.of(operation) + contenders.in(phase);
        List<String> names = series.stream().map(Series::name).toList();
        String description = title + " by share of operations, for " + Words.and(names) + ".";
        LineChart chart = new LineChart(id, title, description, shares(series), times(series), series);
        return Optional.of(new Figure(chart, Figure.Width.HALF, left(phase)));
    }

    private String left(String phase) {
        List<String> saturated = contenders.saturated(phase);
        return saturated.isEmpty() ? "" : "Without " + Words.and(saturated) + ": saturated.";
    }

    /** Up to the last share that at least one operation lies beyond: further out there is nothing to know. */
    private static List<Point> points(OperationFigures figures) {
        double last = 1 - 1.0 / Math.max(1, figures.count());
        List<Point> points = new ArrayList<>();
        for (PercentilePoint point : figures.distribution()) {
            double share = point.percentile() / 100;
            if (share <= last + 1e-12 && share < 1) {
                points.add(new Point(share, Math.max(SHORTEST_NANOS, point.latencyNanos())));
            }
        }
        return points;
    }

    private static Axis shares(List<Series> series) {
        double last = series.stream().flatMap(s -> s.points().stream()).mapToDouble(Point::x).max().orElse(0);
        return new Axis("Share of operations", Unit.SHARE, Scale.NINES, 0, Math.max(last, 0.5));
    }

    private static Axis times(List<Series> series) {
        double low = series.stream().flatMap(s -> s.points().stream()).mapToDouble(Point::y).min().orElse(1);
        double high = series.stream().flatMap(s -> s.points().stream()).mapToDouble(Point::y).max().orElse(10);
        return new Axis("Latency", Unit.TIME, Scale.LOG, Ticks.decadeDown(low), Ticks.decadeUp(high));
    }

    private Table table(String phase) {
        FigureRows figures = new FigureRows(contenders);
        List<Row> rows = new ArrayList<>();
        for (Operation operation : contenders.operations(phase)) {
            rows.add(new GroupRow(Words.of(operation)));
            rows.add(figures.comparingRow("Mean", Unit.TIME, latency(phase, operation, Latency::meanNanos),
                    contender -> contenders.noLatency(contender, phase), Optional.of(new FigureRows.Compared(
                            org.quorate.study.result.Figure.OPERATION_LATENCY, Optional.of(phase),
                            Optional.of(operation)))));
            percentile(rows, figures, "Median", phase, operation, Latency::p50Nanos);
            percentile(rows, figures, "95th percentile", phase, operation, Latency::p95Nanos);
            percentile(rows, figures, "99th percentile", phase, operation, Latency::p99Nanos);
            rows.add(figures.comparingRow("Throughput", Unit.OPERATIONS_PER_SECOND,
                    contender -> contenders.operation(contender, phase, operation).map(OperationFigures::throughput),
                    contender -> "not measured", Optional.empty()));
        }
        figures.warmUpRow(phase).ifPresent(rows::add);
        return new Table("Latency and throughput by operation" + contenders.in(phase),
                figures.comparingColumns("Operation"), rows, figures.comparingNote());
    }

    private void percentile(List<Row> rows, FigureRows figures, String title, String phase, Operation operation,
            Function<Latency, Interval> which) {
        rows.add(figures.comparingRow(title, Unit.TIME, latency(phase, operation, which),
                contender -> contenders.noLatency(contender, phase), Optional.empty()));
    }

    private Function<ContenderResult, Optional<Interval>> latency(String phase, Operation operation,
            Function<Latency, Interval> which) {
        return contender -> contenders.operation(contender, phase, operation)
                .flatMap(OperationFigures::latency).map(which);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.ScatterChart;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.chart.Ticks;
import org.quorate.report.document.Figure;
import org.quorate.report.text.Unit;
import org.quorate.study.accuracy.AccuracyRow;
import org.quorate.study.accuracy.FigureClass;
import org.quorate.study.accuracy.Outcome;

/**
 * Charts of measured against simulated, one for each kind of figures.
 *
 * @param rows of the comparison
 */
record AccuracyCharts(List<AccuracyRow> rows) {

    private static final List<String> SYSTEMS = List.of("ocfs2", "gfs2", "ocfs2-local", "gfs2-nolock");
    private static final List<String> LOCAL = List.of("ext4", "xfs");
    private static final double NANOS_PER_MICRO = 1000;

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        add(figures, "messages", "Lock messages of OCFS2", FigureClass.LOCK_TRAFFIC, row -> row.outcome().judged()
                && row.unit().equals("1/op"), 0.1);
        add(figures, "payload", "Bytes between lock managers of GFS2", FigureClass.LOCK_TRAFFIC, row -> row.outcome().judged()
                && row.unit().startsWith("B"), 10);
        add(figures, "types", "Messages by type", FigureClass.MESSAGES, row -> row.outcome().judged(), 0.1);
        add(figures, "disk", "Disk requests", FigureClass.DISK, row -> row.outcome().judged(), 0.1);
        add(figures, "sequential", "Requests of sequential work", FigureClass.SEQUENTIAL, row -> row.outcome().judged(), 0.1);
        add(figures, "objects", "Lock objects of a node", FigureClass.LOCK_OBJECTS, row -> row.outcome().judged(), 10);
        add(figures, "latency", "Median latency, busy hosts too", FigureClass.LATENCY, row -> row.figure().startsWith("p50"), 10_000);
        return figures;
    }

    private void add(List<Figure> figures, String id, String title, FigureClass figureClass, Predicate<AccuracyRow> chosen, double low) {
        List<AccuracyRow> shown = rows.stream().filter(row -> row.figureClass() == figureClass).filter(chosen)
                .filter(row -> Math.max(value(row, row.measured()), value(row, row.simulated())) > low).toList();
        if (shown.isEmpty()) {
            return;
        }
        double high = shown.stream().mapToDouble(row -> Math.max(value(row, row.measured()), value(row, row.simulated()))).max()
                .orElseThrow();
        Unit unit = AccuracyReport.unit(shown.get(0));
        double end = Ticks.decadeUp(high);
        Axis measured = new Axis("measured", unit, Scale.LOG, low, end);
        Axis simulated = new Axis("simulated", unit, Scale.LOG, low, end);
        long missing = shown.stream().filter(row -> row.outcome() == Outcome.MISSES).count();
        figures.add(new Figure(new ScatterChart("chart-" + id, title, title + ": " + shown.size() + " figures simulated against "
                + "measured, " + missing + " of them further off than asked.", measured, simulated, series(shown, low),
                guides(figureClass)), Figure.Width.HALF, ""));
    }

    private static List<ScatterChart.Guide> guides(FigureClass figureClass) {
        double limit = 1 + figureClass.rowLimit();
        double lower = figureClass == FigureClass.LATENCY ? 1 / limit : 2 - limit;
        String name = figureClass == FigureClass.LATENCY ? "a factor of two" : "asked: ±" + Math.round(figureClass.rowLimit() * 100) + " %";
        return List.of(new ScatterChart.Guide("equal", 1, SeriesStyle.Line.SOLID),
                new ScatterChart.Guide(name, limit, SeriesStyle.Line.DASHED), new ScatterChart.Guide("", lower, SeriesStyle.Line.DASHED));
    }

    private static List<ScatterChart.Series> series(List<AccuracyRow> shown, double low) {
        List<ScatterChart.Series> series = new ArrayList<>();
        for (String system : SYSTEMS) {
            add(series, system, SeriesStyle.candidate(SYSTEMS.indexOf(system)), shown, low);
        }
        for (String system : LOCAL) {
            add(series, system, SeriesStyle.baseline(LOCAL.indexOf(system)), shown, low);
        }
        return series;
    }

    private static void add(List<ScatterChart.Series> series, String system, SeriesStyle style, List<AccuracyRow> shown, double low) {
        List<LineChart.Point> points = shown.stream().filter(row -> row.fileSystem().equals(system))
                .map(row -> new LineChart.Point(Math.max(low, value(row, row.measured())), Math.max(low, value(row, row.simulated()))))
                .toList();
        if (!points.isEmpty()) {
            series.add(new ScatterChart.Series(system, style, points));
        }
    }

    /** In the base of the unit. */
    private static double value(AccuracyRow row, double value) {
        return row.figureClass() == FigureClass.LATENCY ? value * NANOS_PER_MICRO : value;
    }
}

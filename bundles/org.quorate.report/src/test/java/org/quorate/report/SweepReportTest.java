// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quorate.model.Operation;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Palette;
import org.quorate.report.chart.Scale;
import org.quorate.report.document.Figure;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Interval;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.sweep.Basis;
import org.quorate.study.sweep.FieldDimension;
import org.quorate.study.sweep.PointContender;
import org.quorate.study.sweep.PointContender.PointOperation;
import org.quorate.study.sweep.PointContender.PointPhase;
import org.quorate.study.sweep.PointOutcome;
import org.quorate.study.sweep.Sweep;
import org.quorate.study.sweep.SweepField;
import org.quorate.study.sweep.SweepPoint;

class SweepReportTest {

    private static final ReportContext CONTEXT = new ReportContext(LocalDate.of(2026, 11, 27),
            List.of("quorate", "sweep", "a<b>.yaml", "--vary", "x=1,2"));
    private static final SweepField THREADS = new SweepField("workload.phases[0].closed.threads", FieldDimension.COUNT,
            List.of("1", "10", "100"), List.of(1.0, 10.0, 100.0));
    private static final SweepField TRIP = new SweepField("cluster.interconnect.roundTrip", FieldDimension.TIME,
            List.of("1 ms", "2 ms"), List.of(1e6, 2e6));
    private static final SweepField DEVICE = new SweepField("lun.device", FieldDimension.WORDS, List.of("nvme", "sata-ssd"), List.of());

    private static PointContender contender(String label, double milliseconds, boolean saturated) {
        Optional<Interval> latency = Optional.of(new Interval(milliseconds * 1e6, milliseconds * 1e5)).filter(v -> !saturated);
        Optional<String> why = saturated ? Optional.of("LUN is busy 99 % of the time") : Optional.empty();
        return new PointContender(label, FileSystemKind.GFS2, false, false, why.map(text -> "phase p: " + text), latency,
                latency.map(v -> Interval.exactly(1 << 20)), List.of(new PointPhase("p", why, latency.map(v -> new Interval(100, 5)),
                        latency.map(v -> Interval.exactly(0)), List.of(new PointOperation(Operation.STAT,
                                latency.map(v -> new Latency(v, v, v, v)))))));
    }

    private static SweepPoint point(List<String> values, PointContender... contenders) {
        return new SweepPoint(values, Optional.of(new PointOutcome(contenders[0].label(), "why", List.of(contenders), List.of(), List.of())),
                Optional.empty());
    }

    private static Sweep sweep(List<SweepField> fields, List<SweepPoint> points) {
        return new Sweep(Sweep.FORMAT, "test", "A <test>", "1", Basis.UNKNOWN, OptionalLong.of(7), OptionalInt.of(5), OptionalDouble.of(0.95), false, fields, points);
    }

    /** The last point of b is saturated. */
    static Sweep load() {
        return sweep(List.of(THREADS), List.of(point(List.of("1"), contender("a", 1, false), contender("b", 2, false)),
                point(List.of("10"), contender("a", 5, false), contender("b", 30, false)),
                point(List.of("100"), contender("a", 50, false), contender("b", 0, true))));
    }

    private static List<ChartSpec> charts(Sweep sweep) {
        return SweepReport.document(sweep, CONTEXT).blocks().stream().filter(Figure.class::isInstance)
                .map(block -> ((Figure) block).chart()).toList();
    }

    @Test
    void axesAreLogarithmicWhereTheValuesAreSpreadSo() {
        LineChart latency = (LineChart) charts(load()).get(0);
        assertEquals(Scale.LOG, latency.x().scale());
        assertEquals(Scale.LOG, latency.y().scale());
        LineChart throughput = (LineChart) charts(load()).stream().filter(chart -> chart.title().equals("Throughput")).findFirst()
                .orElseThrow();
        assertEquals(Scale.LINEAR, throughput.y().scale());
        assertEquals(0, throughput.y().low());
        Sweep even = sweep(List.of(TRIP), List.of(point(List.of("1 ms"), contender("a", 1, false)),
                point(List.of("2 ms"), contender("a", 2, false))));
        assertEquals(Scale.LINEAR, ((LineChart) charts(even).get(0)).x().scale());
        assertEquals(Scale.LINEAR, ((LineChart) charts(even).get(0)).y().scale());
    }

    @Test
    void aSaturatedPointIsNotDrawnButToldBelowAndInTheTables() {
        LineChart latency = (LineChart) charts(load()).get(0);
        assertEquals(List.of(3, 2), latency.series().stream().map(series -> series.points().size()).toList());
        assertEquals(30e6, latency.series().get(1).points().get(1).y());
        assertEquals(3e6, latency.series().get(1).points().get(1).halfWidth());
        String page = new HtmlReport(new ChartPainter()).render(SweepReport.document(load(), CONTEXT));
        assertTrue(page.contains("Without a figure: b (100: saturated)."), "the caption");
        assertTrue(page.contains("b cannot carry the load at 1 of 3 points") && page.contains("LUN is busy 99\u00a0% of the time"));
        assertTrue(page.contains("A &lt;test&gt;") && !page.contains("<test>") && !page.contains("a<b>"));
    }

    @Test
    void figuresThatAreZeroEverywhereHaveNoChart() {
        assertEquals(List.of("Mean latency over the operation mix", "Lock memory of the fullest node", "Throughput",
                "99th percentile of stat"), charts(load()).stream().map(ChartSpec::title).toList());
    }

    @Test
    void otherFieldsGiveAChartEachWithTheSameUprightAxis() {
        List<SweepPoint> points = new ArrayList<>();
        for (String trip : TRIP.values()) {
            for (int i = 0; i < 3; i++) {
                points.add(point(List.of(trip, THREADS.values().get(i)), contender("a", trip.startsWith("2") ? 9 : i + 1, false)));
            }
        }
        List<ChartSpec> charts = charts(sweep(List.of(TRIP, THREADS), points));
        assertEquals("Mean latency over the operation mix, roundTrip = 1 ms", charts.get(0).title());
        assertEquals("Mean latency over the operation mix, roundTrip = 2 ms", charts.get(1).title());
        assertEquals(((LineChart) charts.get(0)).y(), ((LineChart) charts.get(1)).y());
        assertEquals(3, ((LineChart) charts.get(1)).series().get(0).points().size(), "over the field with most values");
    }

    @Test
    void wordsGiveBars() {
        Sweep sweep = sweep(List.of(DEVICE), List.of(point(List.of("nvme"), contender("a", 1, false), contender("b", 0, true)),
                new SweepPoint(List.of("sata-ssd"), Optional.empty(), Optional.of("a, replication 1 of 5: stuck"))));
        BarChart bars = (BarChart) charts(sweep).get(0);
        assertEquals(List.of("nvme", "sata-ssd"), bars.groups().stream().map(BarChart.Group::title).toList());
        assertEquals("saturated", bars.groups().get(0).bars().get(1).remark());
        assertEquals("failed", bars.groups().get(1).bars().get(0).remark());
        String page = new HtmlReport(new ChartPainter()).render(SweepReport.document(sweep, CONTEXT));
        assertTrue(page.contains("failed: a, replication 1 of 5: stuck"));
    }

    @Test
    void aSweepOfWhichNothingCameHasAPageAllTheSame() {
        Sweep nothing = sweep(List.of(THREADS), List.of(new SweepPoint(List.of("1"), Optional.empty(), Optional.of("stuck"))));
        assertTrue(charts(nothing).isEmpty());
        assertTrue(new HtmlReport(new ChartPainter()).render(SweepReport.document(nothing, CONTEXT)).contains("1 point failed"));
    }

    @Test
    void intervalsAreDrawnAndOnlyWhereThereAreAny() {
        LineChart with = (LineChart) charts(load()).get(0);
        LineChart without = new LineChart(with.id(), with.title(), with.description(), with.x(), with.y(), with.series().stream()
                .map(series -> new LineChart.Series(series.name(), series.style(), series.points().stream()
                        .map(p -> new LineChart.Point(p.x(), p.y())).toList())).toList());
        ChartPainter painter = new ChartPainter();
        String drawn = painter.svg(with, 520, 330, Palette.LIGHT);
        assertNotEquals(drawn, painter.svg(without, 520, 330, Palette.LIGHT));
        assertFalse(drawn.contains("NaN"), "an interval may reach beyond the axis, not beyond numbers");
        List<LineChart.Point> many = IntStream.range(1, 60).mapToObj(i -> new LineChart.Point(i, 2e6 * i, i == 7 ? 1e12 : 1e6)).toList();
        LineChart band = new LineChart(with.id(), with.title(), with.description(), with.x(), with.y(), List.of(
                new LineChart.Series("a", with.series().get(0).style(), many)));
        for (String svg : List.of(painter.svg(band, 520, 330, Palette.DARK), painter.inlineSvg(band, 520))) {
            assertTrue(svg.contains("fill-opacity") && !svg.contains("NaN"), "a band");
        }
        LineChart wide = new LineChart(with.id(), with.title(), with.description(), with.x(), with.y(), List.of(new LineChart.Series("a",
                with.series().get(0).style(), List.of(new LineChart.Point(1, 2e6, 5e6), new LineChart.Point(10, 2e6, 1e12)))));
        assertFalse(painter.svg(wide, 520, 330, Palette.LIGHT).contains("NaN"));
    }
}

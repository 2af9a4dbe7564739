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
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.HeatChart.Corner;
import org.quorate.report.chart.HeatChart.Mark;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Reading;
import org.quorate.report.chart.Palette;
import org.quorate.report.document.Figure;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.map.MapFigure;
import org.quorate.study.map.MapPoint;
import org.quorate.study.map.MapPoint.Side;
import org.quorate.study.map.MapPoint.State;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.sweep.Basis;
import org.quorate.study.sweep.FieldDimension;
import org.quorate.study.sweep.SweepField;

class MapReportTest {

    private static final ReportContext CONTEXT = new ReportContext(LocalDate.of(2026, 11, 28), List.of("quorate", "map", "a<b>.yaml"));
    private static final MapFigure LATENCY = new MapFigure(org.quorate.study.result.Figure.MIX_LATENCY, Optional.empty(), Optional.empty());

    private static Side side(double millis, Standing targets) {
        return new Side(Optional.of(new Interval(millis * 1e6, 1e4)), Optional.empty(), Optional.of(targets),
                targets == Standing.MEETS ? List.of() : List.of("p95 read ≤ 10 ms"), false);
    }

    private static final Side SATURATED = new Side(Optional.empty(), Optional.of("LUN is busy 99 % of the time"), Optional.of(Standing.MISSES),
            List.of("p95 read ≤ 10 ms"), false);

    private static MapPoint point(State state, Side first, Side second) {
        Optional<Interval> difference = first.value().isPresent() && second.value().isPresent()
                ? Optional.of(new Interval(first.value().get().mean() - second.value().get().mean(), 1e5)) : Optional.empty();
        return new MapPoint("x", "y", state, difference, first, second, "a", Optional.empty());
    }

    private static SweepField field(String path, int values) {
        return new SweepField(path, FieldDimension.COUNT, IntStream.rangeClosed(1, values).mapToObj(Integer::toString).toList(),
                IntStream.rangeClosed(1, values).mapToObj(i -> (double) i).toList());
    }

    private static CrossoverMap map(int across, int upwards, List<MapPoint> points) {
        return new CrossoverMap(CrossoverMap.FORMAT, "test", "A <test>", "1", Basis.UNKNOWN, OptionalLong.of(7), OptionalInt.of(5), OptionalDouble.of(0.95),
                LATENCY, "a", "b", field("load.threads", across), field("nodes", upwards), points);
    }

    private static final Side FAST = side(1, Standing.MEETS);
    private static final Side SLOW = side(4, Standing.NEITHER);
    private static final Side SLOWER = side(1.5, Standing.MEETS);

    /** Every state but a failure, and every corner but not everywhere. */
    static CrossoverMap small() {
        return map(4, 2, List.of(point(State.FIRST, FAST, SLOW), point(State.FIRST, FAST, SLOWER), point(State.NOT_SIGNIFICANT, FAST, FAST),
                point(State.SECOND, SLOW, FAST), point(State.ONLY_FIRST, FAST, SATURATED), point(State.ONLY_SECOND, SATURATED, FAST),
                point(State.NEITHER_CARRIES, SATURATED, SATURATED), point(State.NOT_MEASURED, FAST, FAST)));
    }

    private static HeatChart chart(CrossoverMap map) {
        return MapReport.document(map, CONTEXT).blocks().stream().filter(Figure.class::isInstance).map(block -> ((Figure) block).chart())
                .map(HeatChart.class::cast).findFirst().orElseThrow();
    }

    @Test
    void shadeMarkAndWordsSayTheSame() {
        HeatChart chart = chart(small());
        assertEquals(List.of(Ink.SHADE_1, Ink.SHADE_2, Ink.SHADE_4, Ink.SHADE_7, Ink.SHADE_1, Ink.SHADE_7, Ink.SHADE_4, Ink.SHADE_4),
                chart.cells().stream().map(HeatChart.Cell::shade).toList());
        assertEquals(List.of(Mark.NONE, Mark.NONE, Mark.HATCHED, Mark.RULED, Mark.DOTTED, Mark.RINGED, Mark.CROSSED, Mark.CROSSED),
                chart.cells().stream().map(HeatChart.Cell::mark).toList());
        assertEquals(List.of("a 4.00 ×", "a 50 %", "(0 %)", "b 4.00 ×", "only a", "only b", "neither", "no figure"),
                chart.cells().stream().map(cell -> cell.labels().get(0)).toList());
        assertEquals(List.of(Corner.BOTTOM_RIGHT), chart.cells().get(0).corners());
        assertEquals(List.of(Corner.TOP_LEFT), chart.cells().get(3).corners());
        assertEquals(List.of("a better, 2 times or more", "a better, 25 % to 2 times", "b better, 2 times or more", "only a carries the load",
                "only b carries the load", "not significant", "neither carries the load", "not measured", "a not sure to meet every target",
                "b not sure to meet every target"), chart.keys().stream().map(HeatChart.Key::name).toList());
    }

    @Test
    void aCellSaysBothFiguresAndTheirDifference() {
        HeatChart chart = chart(small());
        assertEquals(List.of("a: 1.000 ± 0.010 ms", "b: 4.000 ± 0.010 ms", "a − b: −3.00 ± 0.10 ms"),
                chart.cells().get(0).readings().stream().map(Reading::line).toList());
        assertEquals(List.of("a: 1.000 ± 0.010 ms"), chart.cells().get(4).readings().stream().map(Reading::line).toList(), "b is saturated");
    }

    @Test
    void theDepthSuitsTheLargestDifference() {
        CrossoverMap fine = map(2, 1, List.of(point(State.FIRST, side(1, Standing.MEETS), side(1.04, Standing.MEETS)),
                point(State.SECOND, side(1.02, Standing.MEETS), side(1, Standing.MEETS))));
        assertEquals(List.of(Ink.SHADE_1, Ink.SHADE_6), chart(fine).cells().stream().map(HeatChart.Cell::shade).toList());
        assertEquals("b better, 1 % to 3 %", chart(fine).keys().get(1).name());
    }

    @Test
    void whatIsSoInEveryCellIsSaidOnceInstead() {
        CrossoverMap all = map(2, 1, List.of(point(State.FIRST, FAST, SLOW), point(State.FIRST, FAST, SLOW)));
        assertTrue(chart(all).cells().stream().allMatch(cell -> cell.corners().isEmpty()));
        assertTrue(new HtmlReport(new ChartPainter()).render(MapReport.document(all, CONTEXT)).contains(
                "b is not sure to meet every target at any point."));
    }

    @Test
    void thePageHasTheAnswerTheCrossoversAndEveryPoint() {
        String page = new HtmlReport(new ChartPainter()).render(MapReport.document(small(), CONTEXT)).replace('\u00a0', ' ');
        assertTrue(page.contains("a is better at 3 of 8 points, b at 2"), "the answer");
        assertTrue(page.contains("a (1 to 2), then not significant (3), then b (4)"), "the first row");
        assertTrue(page.contains("b is not sure to meet p95 read ≤ 10 ms"), "the table");
        assertTrue(page.contains("b cannot carry the load at 2 of 8 points") && page.contains("LUN is busy 99"), "saturation");
        assertTrue(page.contains("A &lt;test&gt;") && !page.contains("<test>") && !page.contains("a<b>"), "escaped");
    }

    @Test
    void everyCellIsDrawnInAnySizeAndOnlyInInks() {
        ChartPainter painter = new ChartPainter();
        HeatChart chart = chart(small());
        String svg = painter.svg(chart, 1060, painter.heightFor(chart, 1060), Palette.LIGHT);
        assertTrue(svg.contains(">a 4.00 ×<") && svg.contains(">neither<") && svg.contains(">threads<"), "words where there is room");
        String narrow = painter.inlineSvg(chart, 160);
        assertFalse(narrow.contains(">a 4.00 ×<"), "none where there is not");
        assertTrue(narrow.contains("var(--ink-shade-1)") && narrow.contains("var(--ink-shade-7)"));
        List<MapPoint> many = new ArrayList<>();
        IntStream.range(0, 1000).forEach(i -> many.add(point(i % 3 == 0 ? State.FIRST : State.NOT_SIGNIFICANT, FAST, SLOW)));
        HeatChart large = chart(map(40, 25, many));
        String drawn = painter.svg(large, 1060, painter.heightFor(large, 1060), Palette.DARK);
        assertTrue(drawn.split("<rect", -1).length > 1000, "a rectangle a cell");
        assertFalse(drawn.contains("NaN"));
        assertNotEquals(0, painter.image(chart, 300, 200, 1, Palette.LIGHT).argb()[0]);
        HeatChart one = chart(map(1, 1, List.of(point(State.FIRST, FAST, SLOW))));
        assertFalse(painter.inlineSvg(one, 1060).contains("NaN"));
    }

    @Test
    void aFailedPointIsToldAndHasNoFigures() {
        MapPoint failed = new MapPoint("1", "1", State.FAILED, Optional.empty(), new Side(Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(), false), new Side(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false), "", Optional.of("stuck"));
        String page = new HtmlReport(new ChartPainter()).render(MapReport.document(map(1, 1, List.of(failed)), CONTEXT));
        assertTrue(page.contains("1 point failed") && page.contains("failed: stuck"));
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.quorate.report.chart.LineChart.Point;
import org.quorate.report.text.Unit;

class ChartCutTest {

    private static final Axis TIME = new Axis("Time", Unit.TIME, Scale.LINEAR, 0, 100);
    private static final Axis LATENCY = new Axis("Latency", Unit.TIME, Scale.LOG, 1e3, 1e7);

    private static LineChart lines(Axis x, Axis y, Point... points) {
        return new LineChart("c", "C", "", x, y, List.of(new LineChart.Series("s", SeriesStyle.candidate(0), List.of(points))));
    }

    @Test
    void aWindowNeverLeavesItsAxis() {
        Window window = Window.WHOLE.scaled(0.5, 0.25);
        assertEquals(new Window(0.125, 0.625), window);
        assertEquals(new Window(0, 0.5), window.moved(-1), "stops at the end");
        assertEquals(new Window(0.5, 1), window.moved(5));
        assertEquals(Window.WHOLE, window.scaled(100, 0.7));
        assertEquals(new Window(0.25, 0.375), window.part(0.5, 0.25), "a rubber band may be drawn backwards");
        assertEquals(Window.LEAST, window.part(0.5, 0.5).length(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> new Window(0.5, 0.5));
        Window deep = Window.WHOLE;
        for (int i = 0; i < 100; i++) {
            deep = deep.scaled(0.8, 1);
        }
        assertEquals(Window.LEAST, deep.length(), 1e-12);
        assertEquals(1, deep.to(), 1e-12);
    }

    @Test
    void whatStaysUnderThePointerStays() {
        Window window = new Window(0.2, 0.6);
        double place = window.from() + 0.3 * window.length();
        Window closer = window.scaled(0.5, 0.3);
        assertEquals(place, closer.from() + 0.3 * closer.length(), 1e-12);
    }

    @Test
    void aPartOfALineKeepsTheNeighboursToWhichItLeads() {
        LineChart chart = lines(TIME, LATENCY, new Point(0, 2e3), new Point(10, 3e3), new Point(50, 4e3), new Point(60, 5e3),
                new Point(90, 6e3), new Point(100, 7e3));
        LineChart cut = (LineChart) ChartCut.of(chart, ChartView.WHOLE.withX(new Window(0.4, 0.7)));
        assertEquals(40, cut.x().low(), 1e-9);
        assertEquals(70, cut.x().high(), 1e-9);
        assertEquals(List.of(10.0, 50.0, 60.0, 90.0), cut.series().get(0).points().stream().map(Point::x).toList());
        LineChart between = (LineChart) ChartCut.of(chart, ChartView.WHOLE.withX(new Window(0.2, 0.3)));
        assertEquals(List.of(10.0, 50.0), between.series().get(0).points().stream().map(Point::x).toList());
    }

    @Test
    void partsOfALogarithmicAxisAreEqualDecades() {
        LineChart chart = lines(TIME, LATENCY, new Point(1, 2e3), new Point(2, 3e3));
        LineChart cut = (LineChart) ChartCut.of(chart, ChartView.WHOLE.withY(new Window(0.25, 0.5)));
        assertEquals(1e4, cut.y().low(), 1e-6);
        assertEquals(1e5, cut.y().high(), 1e-5);
        Axis nines = new Axis("Share", Unit.SHARE, Scale.NINES, 0, 0.999);
        LineChart tail = (LineChart) ChartCut.of(lines(nines, LATENCY, new Point(0.5, 2e3)), ChartView.WHOLE.withX(new Window(1 / 3.0, 2 / 3.0)));
        assertEquals(0.9, tail.x().low(), 1e-9);
        assertEquals(0.99, tail.x().high(), 1e-9);
    }

    @Test
    void onlyAxesOfPositiveValuesBecomeLogarithmic() {
        LineChart fromZero = lines(TIME, LATENCY, new Point(0, 2e3), new Point(50, 4e6));
        assertFalse(ChartCut.turnsX(fromZero));
        assertTrue(ChartCut.turnsY(fromZero));
        assertEquals(TIME, ((LineChart) ChartCut.of(fromZero, ChartView.WHOLE.turnX())).x(), "cannot be turned");
        Axis linear = ((LineChart) ChartCut.of(fromZero, ChartView.WHOLE.turnY())).y();
        assertEquals(new Axis("Latency", Unit.TIME, Scale.LINEAR, 0, 4e6), linear);
        LineChart positive = lines(TIME, LATENCY, new Point(3, 2e3), new Point(50, 4e6));
        assertEquals(new Axis("Time", Unit.TIME, Scale.LOG, 2, 100), ((LineChart) ChartCut.of(positive, ChartView.WHOLE.turnX())).x());
        assertEquals(ChartView.WHOLE, ChartView.WHOLE.turnX().turnX());
    }

    @Test
    void aTimelineIsCutAcross() {
        SpanChart chart = new SpanChart("c", "C", "", TIME, List.of(new SpanChart.Kind("k", Ink.PART_1)), List.of(new SpanChart.Group("",
                List.of(new SpanChart.Line("l", List.of(new SpanChart.Span(0, 0, 30), new SpanChart.Span(0, 80, 90)), OptionalDouble.of(95), "r")))));
        SpanChart cut = (SpanChart) ChartCut.of(chart, ChartView.WHOLE.withX(new Window(0.2, 0.5)));
        SpanChart.Line line = cut.groups().get(0).lines().get(0);
        assertEquals(List.of(new SpanChart.Span(0, 20, 30)), line.spans());
        assertEquals(OptionalDouble.empty(), line.mark());
        assertEquals("", line.remark(), "what it is about may be outside");
    }

    @Test
    void barsAndCellsAreShownWhole() {
        BarChart bars = new BarChart("c", "C", "", TIME, List.of(new BarChart.Part("p", Ink.PART_1)), List.of());
        assertFalse(ChartCut.cutsX(bars) || ChartCut.cutsY(bars) || ChartCut.turnsX(bars) || ChartCut.turnsY(bars));
        assertSame(bars, ChartCut.of(bars, new ChartView(new Window(0, 0.5), Window.WHOLE, true, true)));
    }
}

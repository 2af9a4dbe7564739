// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.ChartMap;
import org.quorate.report.chart.ChartView;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Palette;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.chart.Spot;
import org.quorate.report.chart.Window;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.text.Unit;

class ChartPresenterTest {

    static final LineChart LINES = lines("c", 5e6);
    private static final BarChart BARS = new BarChart("b", "Bars", "How long.", LINES.x(), List.of(new BarChart.Part("p", Ink.PART_1)),
            List.of(new BarChart.Group("", List.of(new BarChart.Bar("OCFS2", Ink.SERIES_1, List.of(3e6), 0, "3 ms")))));

    private final ChartPresenter chart = new ChartPresenter(LINES);

    static LineChart lines(String id, double last) {
        return new LineChart(id, "Latency / time", "It rises.", new Axis("Time", Unit.TIME, Scale.LINEAR, 0, 10e6), new Axis("Latency", Unit.TIME, Scale.LINEAR, 0, 8e6),
                List.of(new LineChart.Series("OCFS2", SeriesStyle.candidate(0), List.of(new LineChart.Point(1e6, 1e6), new LineChart.Point(5e6, 2e6, 1e5),
                        new LineChart.Point(9e6, last)))));
    }

    private Axis x() {
        return ((LineChart) chart.seen()).x();
    }

    private Axis y() {
        return ((LineChart) chart.seen()).y();
    }

    @Test
    void zoomingKeepsThePlaceUnderThePointer() {
        chart.zoom(true, Optional.of(0.25), Optional.empty());
        assertEquals(2.5e6, x().low() + 0.25 * (x().high() - x().low()), 1e-3);
        assertEquals(8e6, x().high() - x().low(), 1e-3);
        assertEquals(LINES.y(), y(), "beside the axis across only that one is zoomed");
        chart.zoom(false, Optional.of(0.25), Optional.empty());
        assertFalse(chart.isChanged());
        assertSame(LINES, chart.seen());
    }

    @Test
    void aRubberBandThatIsThinMeansOneAxis() {
        chart.zoomTo(0.2, 0.5, 0.6, 0.51);
        assertEquals(2e6, x().low(), 1e-3);
        assertEquals(6e6, x().high(), 1e-3);
        assertEquals(LINES.y(), y());
        chart.zoomTo(0.5, 0.75, 0.51, 0.25);
        assertEquals(2e6, y().low(), 1e-3);
        assertEquals(6e6, y().high(), 1e-3);
        chart.reset();
        assertFalse(chart.isChanged());
    }

    @Test
    void panningStopsAtTheEnds() {
        chart.zoomTo(0.2, 0, 0.6, 1);
        chart.pan(0.5, 0.5);
        assertEquals(4e6, x().low(), 1e-3);
        chart.pan(9, 0);
        assertEquals(10e6, x().high(), 1e-3);
        assertEquals(4e6, x().high() - x().low(), 1e-3);
        assertEquals(LINES.y(), y(), "nothing to move to");
    }

    @Test
    void axesAreTurnedWhereTheyCanBe() {
        assertTrue(chart.canTurnY() && chart.canTurnX());
        chart.turnY();
        assertTrue(chart.isLogY() && !chart.isLogX());
        chart.turnX();
        assertTrue(chart.isLogX());
        chart.turnY();
        assertFalse(chart.isLogY());
        ChartPresenter withZero = new ChartPresenter(lines("c", 0));
        assertFalse(withZero.canTurnY());
        withZero.turnY();
        assertFalse(withZero.isChanged());
    }

    @Test
    void barsAreNotZoomed() {
        ChartPresenter bars = new ChartPresenter(BARS);
        bars.zoom(true);
        bars.zoomTo(0.1, 0.1, 0.5, 0.5);
        bars.pan(0.1, 0.1);
        bars.turnX();
        assertFalse(bars.canZoom() || bars.isChanged());
    }

    @Test
    void newDataOfTheSameChartAreSeenInTheSameWay() {
        chart.zoomTo(0.2, 0.2, 0.6, 0.6);
        ChartView view = chart.view();
        chart.show(lines("c", 7e6));
        assertEquals(view, chart.view());
        chart.show(lines("other", 7e6));
        assertEquals(ChartView.WHOLE, chart.view());
    }

    @Test
    void keysWalkOverThePoints() {
        ChartMap map = new ChartPainter().drawn(LINES, 400, 300, 1, Palette.LIGHT).map();
        Optional<Spot> first = ChartPresenter.step(map, Optional.empty(), true);
        assertEquals("OCFS2; Time: 1 ms; Latency: 1 ms", first.orElseThrow().spoken());
        assertEquals("OCFS2; Time: 5 ms; Latency: 2.00 ± 0.10 ms", ChartPresenter.step(map, first, true).orElseThrow().spoken());
        assertEquals(map.spots().get(2), ChartPresenter.step(map, first, false).orElseThrow());
        assertEquals(map.spots().get(2), ChartPresenter.step(map, Optional.empty(), false).orElseThrow());
        assertEquals("OCFS2; Time: 1 ms; Latency: 1 ms. It rises.", chart.description(first));
        chart.restore(ChartView.WHOLE.withX(new Window(0.25, 0.5)));
        assertTrue(chart.description(Optional.empty()).matches("It rises\\. .*25–50 %.*0–100 %.*"), chart.description(Optional.empty()));
    }

    @Test
    void whatIsTakenAlong() {
        chart.zoomTo(0.2, 0, 0.6, 1);
        assertEquals("series\tTime [ns]\tLatency [ns]\thalf width [ns]\nOCFS2\t1000000\t1000000\t0\nOCFS2\t5000000\t2000000\t100000\nOCFS2\t9000000\t5000000\t0",
                chart.tsv(), "all data, also when a part is seen");
        assertEquals(chart.tsv().replace('\t', ',') + "\n", new String(chart.csv(), StandardCharsets.UTF_8));
        ChartPainter painter = new ChartPainter();
        String svg = new String(chart.svg(painter, 500, 300), StandardCharsets.UTF_8);
        assertTrue(svg.contains("width=\"500px\"") && svg.contains("3 ms") && !svg.contains(">9 ms<"), "what is seen");
        for (int scale = 1; scale <= 2; scale++) {
            ImageData picture = new ImageData(new ByteArrayInputStream(chart.png(painter, 500, 300, scale)));
            assertEquals(500 * scale, picture.width);
            assertEquals(300 * scale, picture.height);
        }
    }

    @Test
    void arrowsGoFromCellToCellOfAGrid() {
        HeatChart.Cell cell = new HeatChart.Cell(Ink.SHADE_1, HeatChart.Mark.NONE, List.of(), List.of());
        HeatChart heat = new HeatChart("h", "Heat", "Cells.", new HeatChart.Side("x", List.of("1", "2", "3")), new HeatChart.Side("y", List.of("1", "2")),
                List.of(cell, cell, cell, cell, cell, cell), List.of());
        ChartPresenter grid = new ChartPresenter(heat);
        ChartMap map = new ChartPainter().drawn(heat, 600, 400, 1, Palette.LIGHT).map();
        assertTrue(grid.isGrid());
        Optional<Spot> at = grid.neighbour(map, Optional.empty(), 1, 0);
        assertEquals(0, at.orElseThrow().index(), "begins at the bottom left");
        at = grid.neighbour(map, at, 1, 0);
        assertEquals(1, at.orElseThrow().index());
        at = grid.neighbour(map, at, 0, 1);
        assertEquals(4, at.orElseThrow().index());
        assertEquals(4, grid.neighbour(map, at, 0, 1).orElseThrow().index(), "at the edge it stays");
        assertFalse(new ChartPresenter(LINES).isGrid());
    }
}

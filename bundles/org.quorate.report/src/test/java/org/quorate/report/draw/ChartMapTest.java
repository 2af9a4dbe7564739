// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.quorate.report.Cases;
import org.quorate.report.ReportFigures;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.ChartCut;
import org.quorate.report.chart.ChartMap;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.ChartView;
import org.quorate.report.chart.DrawnChart;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.LineChart.Point;
import org.quorate.report.chart.Palette;
import org.quorate.report.chart.Reading;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.ScatterChart;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.chart.SpanChart;
import org.quorate.report.chart.Spot;
import org.quorate.report.chart.Window;
import org.quorate.report.text.Unit;

/** What a map says is where: held against the pixels that were drawn. */
class ChartMapTest {

    private static final ChartPainter PAINTER = new ChartPainter();
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final double SCALE = 2;
    private static final Axis TIME = new Axis("Time", Unit.TIME, Scale.LINEAR, 0, 10e6);
    private static final Axis LATENCY = new Axis("Latency", Unit.TIME, Scale.LOG, 1e3, 1e7);

    private static DrawnChart drawn(ChartSpec chart) {
        return PAINTER.drawn(chart, WIDTH, HEIGHT, SCALE, Palette.LIGHT);
    }

    /** True if the pixel at a place, or one beside it, has the colour of an ink. */
    private static boolean shows(DrawnChart drawn, double x, double y, Ink ink) {
        int column = (int) Math.round(x * SCALE);
        int row = (int) Math.round(y * SCALE);
        return IntStream.rangeClosed(-1, 1).anyMatch(dx -> IntStream.rangeClosed(-1, 1).anyMatch(dy ->
                (drawn.image().argb()[(row + dy) * drawn.image().width() + column + dx] & 0xFFFFFF) == Palette.LIGHT.colour(ink)));
    }

    private static LineChart line(Point... points) {
        return new LineChart("c", "Chart", "", TIME, LATENCY, List.of(new LineChart.Series("one", SeriesStyle.candidate(0), List.of(points))));
    }

    @Test
    void pointsAreWhereTheirMarkersAre() {
        LineChart chart = line(new Point(1e6, 2e3), new Point(4e6, 5e5, 1e5), new Point(9e6, 3e6));
        for (ChartView view : List.of(ChartView.WHOLE, ChartView.WHOLE.turnY(), new ChartView(new Window(0.05, 0.95), new Window(0.02, 0.97), false, false))) {
            DrawnChart drawn = drawn(ChartCut.of(chart, view));
            assertEquals(3, drawn.map().spots().size());
            for (Spot spot : drawn.map().spots()) {
                assertTrue(spot.point() && shows(drawn, spot.x(), spot.y(), Ink.SERIES_1), view + " " + spot);
                assertFalse(shows(drawn, spot.x(), spot.y() - 16, Ink.SERIES_1) && shows(drawn, spot.x() - 8, spot.y() - 16, Ink.SERIES_1));
            }
        }
    }

    @Test
    void onlyWhatIsSeenCanBePointedAt() {
        LineChart chart = line(new Point(1e6, 2e3), new Point(4e6, 5e5), new Point(9e6, 3e6));
        DrawnChart drawn = drawn(ChartCut.of(chart, ChartView.WHOLE.withX(new Window(0.3, 0.6))));
        assertEquals(List.of("Time: 4 ms", "Latency: 500 µs"), drawn.map().spots().get(0).readings().stream().map(Reading::line).toList());
        assertEquals(1, drawn.map().spots().size());
        assertEquals(3e6, drawn.map().x().orElseThrow().low(), 1e-3);
        // The line is drawn from edge to edge though both of its neighbours are outside: somewhere in each of the outermost columns.
        ChartMap map = drawn.map();
        for (double x : new double[] {map.left() + 2, map.left() + map.width() - 3}) {
            assertTrue(IntStream.range(0, (int) map.height()).anyMatch(dy -> shows(drawn, x, map.top() + dy, Ink.SERIES_1)), "at " + x);
        }
    }

    @Test
    void theNearestPointIsMeantButNotOneThatIsFarAway() {
        ChartMap map = drawn(line(new Point(1e6, 2e3), new Point(4e6, 5e5, 1e5), new Point(9e6, 3e6))).map();
        Spot second = map.spots().get(1);
        assertEquals(Optional.of(second), map.at(second.x() + 9, second.y() - 7));
        assertEquals("one; Time: 4 ms; Latency: 500 ± 100 µs", second.spoken());
        assertEquals(Optional.empty(), map.at(second.x() + 60, second.y()));
        assertEquals(Optional.empty(), map.at(map.left() - 1, second.y()), "beside the data");
    }

    @Test
    void barsAndTheirPartsAreBoxes() {
        BarChart chart = new BarChart("c", "Chart", "", new Axis("Time", Unit.TIME, Scale.LINEAR, 0, 10e6),
                List.of(new BarChart.Part("disk", Ink.PART_1), new BarChart.Part("net", Ink.PART_2)),
                List.of(new BarChart.Group("create", List.of(new BarChart.Bar("OCFS2", Ink.SERIES_1, List.of(2e6, 3e6), 0, "5 ms"),
                        new BarChart.Bar("GFS2", Ink.SERIES_2, List.of(), 0, "saturated")))));
        DrawnChart drawn = drawn(chart);
        List<Spot> spots = drawn.map().spots();
        assertEquals(List.of("create, OCFS2; disk: 2 ms; Time: 5 ms", "create, OCFS2; net: 3 ms; Time: 5 ms", "create, GFS2; saturated"),
                spots.stream().map(Spot::spoken).toList());
        assertTrue(shows(drawn, spots.get(0).x() + 3, spots.get(0).y() + spots.get(0).height() / 2, Ink.PART_1));
        assertTrue(shows(drawn, spots.get(1).x() + spots.get(1).width() - 6, spots.get(1).y() + 3, Ink.PART_2));
        assertEquals(Optional.of(spots.get(1)), drawn.map().at(spots.get(1).x() + 5, spots.get(1).y() + 5));
    }

    @Test
    void stretchesAndMarksAreBoxes() {
        SpanChart chart = new SpanChart("c", "Chart", "", TIME, List.of(new SpanChart.Kind("waits", Ink.PART_1)), List.of(new SpanChart.Group("n1",
                List.of(new SpanChart.Line("app", List.of(new SpanChart.Span(0, 2e6, 5e6)), OptionalDouble.of(7e6), "late")))));
        for (ChartView view : List.of(ChartView.WHOLE, ChartView.WHOLE.withX(new Window(0.1, 0.9)))) {
            DrawnChart drawn = drawn(ChartCut.of(chart, view));
            Spot stretch = drawn.map().spots().get(0);
            assertTrue(stretch.spoken().startsWith("n1, app; waits; from: 2 ms; to: 5 ms; lasts: 3 ms"), stretch.spoken());
            assertTrue(shows(drawn, stretch.x() + 2, stretch.y() + stretch.height() / 2, Ink.PART_1), view.toString());
            assertTrue(shows(drawn, stretch.x() + stretch.width() - 2, stretch.y() + stretch.height() / 2, Ink.PART_1), view.toString());
            Spot mark = drawn.map().spots().get(1);
            assertTrue(shows(drawn, mark.x() + mark.width() / 2, mark.y() + mark.height() / 2, Ink.TEXT), view.toString());
        }
        // A part of the axis ends where it was cut: nothing makes room for remarks.
        assertEquals(9e6, drawn(ChartCut.of(chart, ChartView.WHOLE.withX(new Window(0.1, 0.9)))).map().x().orElseThrow().high(), 1e-3);
    }

    @Test
    void cellsAreBoxesRowByRowFromTheBottom() {
        List<HeatChart.Cell> cells = List.of(Ink.SHADE_1, Ink.SHADE_2, Ink.SHADE_6, Ink.SHADE_7).stream()
                .map(shade -> new HeatChart.Cell(shade, HeatChart.Mark.NONE, List.of(), List.of())).toList();
        HeatChart chart = new HeatChart("c", "Chart", "", new HeatChart.Side("nodes", List.of("2", "3")), new HeatChart.Side("files", List.of("10", "20")),
                cells, List.of(new HeatChart.Key("OCFS2 wins", cells.get(0), false)));
        DrawnChart drawn = drawn(chart);
        for (int i = 0; i < 4; i++) {
            Spot spot = drawn.map().spots().get(i);
            assertTrue(shows(drawn, spot.x() + spot.width() / 2, spot.y() + spot.height() / 2, cells.get(i).shade()), spot.toString());
        }
        assertEquals("Chart; nodes: 2; files: 10; OCFS2 wins", drawn.map().spots().get(0).spoken());
        assertEquals("Chart; nodes: 3; files: 20", drawn.map().spots().get(3).spoken());
    }

    @Test
    void aPartOfAScatterChartHasAxesOfItsOwn() {
        Axis axis = new Axis("t", Unit.TIME, Scale.LOG, 1e3, 1e7);
        ScatterChart chart = new ScatterChart("c", "Chart", "", axis, axis, List.of(new ScatterChart.Series("s", SeriesStyle.candidate(1),
                List.of(new Point(2e5, 3e5), new Point(5e6, 5e6)))), List.of(new ScatterChart.Guide("equal", 1, SeriesStyle.Line.SOLID)));
        DrawnChart drawn = drawn(ChartCut.of(chart, new ChartView(new Window(0.4, 0.7), new Window(0.5, 0.9), false, false)));
        assertEquals(1, drawn.map().spots().size());
        assertFalse(PAINTER.svg(ChartCut.of(chart, new ChartView(new Window(0, 0.1), new Window(0.9, 1), false, false)), WIDTH, HEIGHT, Palette.LIGHT)
                .contains("NaN"), "no guide goes through that part");
    }

    @Test
    void everyChartHasAMapInsideItself() {
        ReportFigures.of(Cases.all().get("usual")).charts().forEach(chart -> {
            ChartMap map = drawn(chart).map();
            assertTrue(map.left() >= 0 && map.top() >= 0 && map.left() + map.width() <= WIDTH && map.top() + map.height() <= HEIGHT, chart.id());
            map.spots().forEach(spot -> assertFalse(spot.spoken().contains("NaN") || spot.spoken().isBlank(), chart.id()));
            map.spots().forEach(spot -> assertTrue(map.at(spot.x() + spot.width() / 2, spot.y() + spot.height() / 2).isPresent(), chart.id() + spot));
        });
    }

    @Test
    void aPngHasTheSizeThatWasAskedFor() throws IOException {
        ChartSpec chart = line(new Point(1e6, 2e3), new Point(4e6, 5e5));
        for (double scale : new double[] {1, 2}) {
            var image = ImageIO.read(new ByteArrayInputStream(PAINTER.png(chart, 500, 300, scale, Palette.LIGHT)));
            assertEquals((int) (500 * scale), image.getWidth());
            assertEquals((int) (300 * scale), image.getHeight());
            assertEquals(0xFFFFFFFF, image.getRGB(0, 0));
        }
    }

    @Test
    void svgOfAPartKeepsTheDataInsideItsArea() {
        LineChart chart = line(new Point(1e6, 2e3), new Point(4e6, 5e5), new Point(9e6, 3e6));
        String svg = PAINTER.svg(ChartCut.of(chart, new ChartView(new Window(0.3, 0.6), new Window(0.6, 0.7), false, false)), WIDTH, HEIGHT, Palette.LIGHT);
        assertTrue(svg.contains("clip-path"), "the line is cut at the edges of the area");
        assertFalse(svg.contains("NaN"));
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.ClusterChart;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.ScatterChart;
import org.quorate.report.chart.SeriesStyle;
import org.quorate.report.chart.SequenceChart;
import org.quorate.report.chart.SpanChart;
import org.quorate.report.document.Block;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.text.Unit;
import org.quorate.report.text.VisibleText;
import org.quorate.study.io.SealedJson;

/** Reports can be kept as JSON and are the same when read back. */
class ReportJsonTest {

    private static final SealedJson<ReportDocument> JSON = new SealedJson<>(ReportDocument.class);

    static Set<String> cases() {
        return Cases.all().keySet().stream().filter(name -> !name.equals("hostile")).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aReportIsTheSameWhenReadBack(String name) throws IOException {
        ReportDocument document = Reports.document(Cases.all().get(name));
        assertEquals(document, JSON.read(JSON.write(document)));
    }

    /** Half a character is none, here as in HTML. */
    @Test
    void hostileTextsComeBackAsTheyAreShown() throws IOException {
        ReportDocument document = Reports.document(Cases.all().get("hostile"));
        assertEquals(Reports.texts(document).stream().map(VisibleText::lines).toList(),
                Reports.texts(JSON.read(JSON.write(document))).stream().map(VisibleText::lines).toList());
    }

    @Test
    void everyKindOfChartIsReadBack() throws IOException {
        Axis x = new Axis("x", Unit.NUMBER, Scale.LINEAR, 0, 10);
        List<ChartSpec> charts = new ArrayList<>(List.of(
                new ScatterChart("scatter", "t", "d", x, x, List.of(new ScatterChart.Series("s", SeriesStyle.candidate(0), List.of(new LineChart.Point(1, 2, 0.1)))),
                        List.of(new ScatterChart.Guide("g", 2, SeriesStyle.Line.DASHED))),
                new HeatChart("heat", "t", "d", new HeatChart.Side("x", List.of("1")), new HeatChart.Side("y", List.of("1")),
                        List.of(new HeatChart.Cell(Ink.SHADE_1, HeatChart.Mark.DOTTED, List.of("l"), List.of(HeatChart.Corner.TOP_LEFT))), List.of()),
                new SpanChart("span", "t", "d", x, List.of(new SpanChart.Kind("k", Ink.PART_1)), List.of(new SpanChart.Group("g",
                        List.of(new SpanChart.Line("a", List.of(new SpanChart.Span(0, 1, 2)), OptionalDouble.of(3), "r"),
                                new SpanChart.Line("b", List.of(), OptionalDouble.empty(), ""))))),
                new SequenceChart("sequence", "t", "d", List.of(new SequenceChart.Lane("a", "b")), List.of(new SequenceChart.Kind("k", Ink.PART_1)),
                        List.of(new SequenceChart.Bar(0, 0, 1, 2, "w"), new SequenceChart.Arrow(0, 0, 2, 3, "m", true), new SequenceChart.Fold(3, 4, "f"))),
                new ClusterChart("cluster", "t", "d", List.of(new ClusterChart.Box("n", List.of("4 cores"), 2)), new ClusterChart.Link("n", "fast"),
                        List.of(new ClusterChart.Box("f", List.of(), 1)), new ClusterChart.Link("s", "faster"),
                        new ClusterChart.Disk("d", List.of("1 GiB")))));
        ReportFigures.of(Cases.all().get("usual")).charts().forEach(charts::add);
        assertEquals(Set.of(ChartSpec.class.getPermittedSubclasses()), charts.stream().map(Object::getClass).collect(Collectors.toSet()), "all kinds");
        List<Block> blocks = Stream.concat(charts.stream().<Block>map(chart -> new Figure(chart, Figure.Width.FULL, "c")),
                Stream.of(new Code("t", "a\nb"))).toList();
        ReportDocument document = new ReportDocument("t", "s", KeyValues.of("k", "v"), blocks);
        assertEquals(document, JSON.read(JSON.write(document)));
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException {
        String text = JSON.write(Reports.document(Cases.all().get("usual")));
        for (String broken : List.of("", "null", "{}", text.substring(0, text.length() / 2), text.replace("\"type\":\"Heading\"", "\"type\":\"Object\""),
                text.replace("\"subtitle\"", "\"sub\""))) {
            assertThrows(IllegalArgumentException.class, () -> JSON.read(broken));
        }
        assertTrue(text.contains("\"type\":\"Heading\""));
    }
}

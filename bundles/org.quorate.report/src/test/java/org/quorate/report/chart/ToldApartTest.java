// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.report.Documents;
import org.quorate.report.document.Block;
import org.quorate.report.document.Figure;

/**
 * What a chart tells apart by colour it tells apart without it too: by dashes, markers and patterns, or by lightness, which a grey print
 * and a colour-blind reader have (the Machado matrices of {@link Eyes} change hues, {@link PaletteTest} holds distances under them).
 */
class ToldApartTest {

    /** Steps of lightness that are seen side by side, and in fields with a legend in order. */
    private static final double SIDE_BY_SIDE = 15;
    private static final double SHADES = 4;

    static Stream<ChartSpec> charts() throws IOException {
        List<Block> blocks = Documents.all().values().stream().flatMap(document -> document.blocks().stream()).toList();
        return blocks.stream().filter(Figure.class::isInstance).map(block -> ((Figure) block).chart());
    }

    private static void differ(Ink first, Ink second, double least, String what) {
        for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
            int one = palette.colour(first);
            int other = palette.colour(second);
            assertTrue(Math.abs(Eyes.lightness(one) - Eyes.lightness(other)) > least, what + ": " + first + " and " + second);
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void withoutColour(ChartSpec chart) {
        if (chart instanceof LineChart lines) {
            styles(chart.id(), lines.series().stream().map(LineChart.Series::style).toList(), true);
        } else if (chart instanceof ScatterChart points) {
            styles(chart.id(), points.series().stream().map(ScatterChart.Series::style).toList(), false);
        } else if (chart instanceof BarChart bars) {
            for (int i = 1; i < bars.parts().size(); i++) {
                differ(bars.parts().get(i - 1).ink(), bars.parts().get(i).ink(), SIDE_BY_SIDE, chart.id());
            }
        } else if (chart instanceof SpanChart spans) {
            spans.groups().forEach(group -> kinds(chart.id(), spans, group.lines().stream().flatMap(line -> line.spans().stream())
                    .map(SpanChart.Span::kind).distinct().sorted().toList()));
        } else if (chart instanceof HeatChart cells) {
            keys(chart.id(), cells.keys().stream().filter(key -> !key.corners()).toList());
        }
    }

    private static void styles(String chart, List<SeriesStyle> styles, boolean drawn) {
        for (int i = 0; i < styles.size(); i++) {
            for (int j = 0; j < i; j++) {
                boolean line = drawn && styles.get(i).line() != styles.get(j).line();
                assertTrue(line || styles.get(i).marker() != styles.get(j).marker(), chart + ": " + styles.get(i) + " and " + styles.get(j));
            }
        }
    }

    /** Of one group of lines; elsewhere what stands in front of a line says what it is. */
    private static void kinds(String chart, SpanChart spans, List<Integer> kinds) {
        for (int i = 0; i < kinds.size(); i++) {
            for (int j = 0; j < i; j++) {
                differ(spans.kinds().get(kinds.get(i)).ink(), spans.kinds().get(kinds.get(j)).ink(), SIDE_BY_SIDE, chart);
            }
        }
    }

    private static void keys(String chart, List<HeatChart.Key> keys) {
        for (int i = 0; i < keys.size(); i++) {
            for (int j = 0; j < i; j++) {
                HeatChart.Cell one = keys.get(i).cell();
                HeatChart.Cell other = keys.get(j).cell();
                // Crossed cells have no figure, whatever the reason, which is written on them.
                if (one.mark() == other.mark() && one.mark() != HeatChart.Mark.CROSSED) {
                    differ(one.shade(), other.shade(), SHADES, chart);
                }
            }
        }
    }
}

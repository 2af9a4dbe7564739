// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quorate.model.Operation;
import org.quorate.model.Target;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.Palette;
import org.quorate.report.chart.Scale;
import org.quorate.report.document.Figure;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;
import org.quorate.study.search.Search;
import org.quorate.study.search.SearchPoint;
import org.quorate.study.search.SearchResult;
import org.quorate.study.search.SearchResult.Outcome;
import org.quorate.study.sweep.FieldDimension;

class SearchReportTest {

    private static final ReportContext CONTEXT = new ReportContext(LocalDate.of(2026, 11, 28), List.of("quorate", "search", "a<b>.yaml"));
    private static final String WORDS = "p99 create ≤ 20 ms";

    private static SearchPoint point(int value, double millis, Standing standing) {
        boolean saturated = millis < 0;
        return new SearchPoint(Integer.toString(value), value, 5, standing, saturated ? Optional.of("LUN is busy 99 % of the time") : Optional.empty(),
                List.of(new TargetResult(WORDS, Target.Figure.LATENCY, "a", Optional.of("p"), standing,
                        saturated ? Optional.empty() : Optional.of(new Interval(millis, 1)), 20)));
    }

    private static SearchResult result(String label, Outcome outcome, String meets, String misses, List<String> remarks, SearchPoint... points) {
        return new SearchResult(label, FileSystemKind.GFS2, false, outcome, Optional.ofNullable(meets), Optional.ofNullable(misses), List.of(),
                remarks, List.of(points), outcome == Outcome.FAILED ? Optional.of("stuck") : Optional.empty());
    }

    private static Search search(SearchResult... results) {
        return new Search(Search.FORMAT, "test", "A <test>", "1", 7, 5, 40, 0.95, "workload.phases[0].closed.threads", FieldDimension.COUNT, "1", "64",
                "1 %", List.of(WORDS), List.of(new Target(Target.Figure.LATENCY, Optional.of(Operation.CREATE), 99, 20)), List.of(results));
    }

    static Search known() {
        return search(result("a", Outcome.LARGEST, "16", "17", List.of(), point(1, 2, Standing.MEETS), point(16, 18.5, Standing.MEETS),
                point(17, 22, Standing.MISSES), point(64, 90, Standing.MISSES)), result("b", Outcome.LARGEST, "1", "64", List.of("Not monotone: so."),
                        point(1, 3, Standing.MEETS), point(64, -1, Standing.MISSES)));
    }

    private static LineChart chart(Search search) {
        return SearchReport.document(search, CONTEXT).blocks().stream().filter(Figure.class::isInstance).map(block -> ((Figure) block).chart())
                .map(LineChart.class::cast).findFirst().orElseThrow();
    }

    @Test
    void theChartHasTheLimitTheIntervalsAndNoPointWhereNothingIsKnown() {
        LineChart chart = chart(known());
        assertEquals(List.of(new LineChart.Limit("limit", 20e6)), chart.limits());
        assertEquals(List.of(4, 1), chart.series().stream().map(series -> series.points().size()).toList());
        assertEquals(new LineChart.Point(16, 18.5e6, 1e6), chart.series().get(0).points().get(1));
        assertEquals(Scale.LOG, chart.x().scale());
        assertTrue(chart.y().low() <= 2e6 && chart.y().high() >= 90e6);
        ChartPainter painter = new ChartPainter();
        String drawn = painter.svg(chart, 1060, 330, Palette.LIGHT);
        LineChart without = new LineChart(chart.id(), chart.title(), chart.description(), chart.x(), chart.y(), chart.series());
        assertNotEquals(drawn, painter.svg(without, 1060, 330, Palette.LIGHT));
        assertTrue(drawn.contains(">limit<") && !drawn.contains("NaN"));
    }

    @Test
    void thePageSaysTheAnswerAndWhatSpeaksAgainstIt() {
        String page = new HtmlReport(new ChartPainter()).render(SearchReport.document(known(), CONTEXT)).replace('\u00a0', ' ');
        assertTrue(page.contains("All targets are met by a up to 16 and b up to 1"), "the title");
        assertTrue(page.contains("a meets every target up to threads = 16; at 17 it misses p99 create ≤ 20 ms (22.0 ms ± 1.0 ms)."), "the answer");
        assertTrue(page.contains("at 64 it cannot carry the load (LUN is busy 99 % of the time)"), "saturation");
        assertTrue(page.contains("b: the answer may not hold for values in between") && page.contains("Not monotone: so."), "the remark");
        assertTrue(page.contains("Without a figure: b (64: saturated)."), "the caption");
        assertTrue(page.contains("A &lt;test&gt;") && !page.contains("<test>") && !page.contains("a<b>"), "escaped");
    }

    @Test
    void aSearchOfWhichNothingCameHasAPageAllTheSame() {
        Search nothing = search(result("a", Outcome.FAILED, null, null, List.of()));
        String page = new HtmlReport(new ChartPainter()).render(SearchReport.document(nothing, CONTEXT));
        assertTrue(page.contains("a: failed") && page.contains("A run failed: stuck."));
        assertFalse(page.contains("<svg"));
    }
}

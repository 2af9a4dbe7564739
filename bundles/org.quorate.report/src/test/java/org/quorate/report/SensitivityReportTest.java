// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quorate.report.chart.SpanChart;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Notice;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.study.map.MapFigure;
import org.quorate.study.result.Interval;
import org.quorate.study.sensitivity.Answer;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.Swing;
import org.quorate.study.sweep.FieldSpread;

class SensitivityReportTest {

    private static final ReportContext CONTEXT = new ReportContext(LocalDate.of(2026, 11, 28), List.of("quorate", "sensitivity", "a<b>.yaml",
            "--input", "workload.phases[$(id)].closed.threads", "--report", "it's"));
    private static final MapFigure LATENCY = new MapFigure(org.quorate.study.result.Figure.MIX_LATENCY, Optional.empty(), Optional.empty());
    private static final Answer BASE = answer("a", 1, 2);
    private static final Answer FAILED = new Answer("failed: stuck", true, Optional.empty(), Optional.empty());

    private static Answer answer(String verdict, double first, double second) {
        return new Answer(verdict, false, Optional.of(new Interval(first * 1e6, 1e4)), Optional.of(new Interval(second * 1e6, 1e4)));
    }

    private static Swing swing(String path, Answer low, Answer high, boolean verdict) {
        return new Swing(new FieldSpread(path, "2", "1", "4", List.of(path)), Optional.of(low), Optional.of(high), 2, false, verdict, true);
    }

    private static Sensitivity result(Swing... swings) {
        return new Sensitivity(Sensitivity.FORMAT, "test", "A <test>", "1", OptionalLong.of(7), OptionalInt.of(5), OptionalDouble.of(0.95), LATENCY,
                "a", "b", BASE, List.of(swings), List.of("lun.link cannot be <5>: too much"));
    }

    private static ReportDocument document(Sensitivity result) {
        return SensitivityReport.document(result, CONTEXT);
    }

    static ReportDocument usual() {
        return document(result(swing("x", answer("a", 0.5, 2), answer("b", 3, 1.5), true), swing("y", answer("a", 1, 2.5), answer("a", 1.2, 2), false)));
    }

    private static SpanChart chart(ReportDocument document, int index) {
        return document.blocks().stream().filter(Figure.class::isInstance).map(block -> ((Figure) block).chart())
                .map(SpanChart.class::cast).skip(index).findFirst().orElseThrow();
    }

    private static List<Notice> notices(ReportDocument document) {
        return document.blocks().stream().filter(Notice.class::isInstance).map(Notice.class::cast).toList();
    }

    private static String page(ReportDocument document) {
        return new HtmlReport(new ChartPainter()).render(document);
    }

    @Test
    void theBarsReachFromTheScenarioToItsEnds() {
        ReportDocument document = document(result(swing("x", answer("a", 0.5, 2), answer("b", 3, 1.5), true)));
        SpanChart.Line line = chart(document, 0).groups().get(0).lines().get(0);
        assertEquals("x", line.label());
        assertEquals(OptionalDouble.of(1e6), line.mark());
        assertEquals(List.of(new SpanChart.Span(1, 1e6, 3e6), new SpanChart.Span(0, 0.5e6, 1e6)), line.spans());
        assertEquals(List.of(new SpanChart.Span(1, 1.5e6, 2e6), new SpanChart.Span(0, 2e6, 2e6)),
                chart(document, 1).groups().get(0).lines().get(0).spans());
    }

    @Test
    void behindABarStandsWhatIsMovedOfADistribution() {
        assertEquals("1 to 4", remark("1", "4"));
        assertEquals("50 us to 2 ms", remark("50 us", "2 ms"));
        assertEquals("50 us to 200 us", remark("50 us", "200 us"));
        assertEquals("350 us to 1400 us", remark("lognormal 350 us variation 150 %", "lognormal 1400 us variation 150 %"));
        assertEquals("350 us to exponential 1 ms", remark("350 us", "exponential 1 ms"));
    }

    private static String remark(String low, String high) {
        Swing swing = new Swing(new FieldSpread("x", "2", low, high, List.of("x")), Optional.of(BASE), Optional.of(BASE), 1, false, false, false);
        return chart(document(result(swing)), 0).groups().get(0).lines().get(0).remark();
    }

    @Test
    void theVerdictSaysWhatToKnowFirst() {
        Notice notice = notices(document(result(swing("x", answer("a", 0.5, 2), answer("b", 3, 1.5), true), swing("y", BASE, BASE, false)))).get(0);
        assertEquals("Know x first: it moves the answer most", notice.title());
        assertTrue(notice.text().startsWith("The verdict, a, changes with x. 2 of 2 inputs"), notice.text());
        Notice none = notices(document(result(still(Optional.of(BASE))))).get(0);
        assertEquals("No input moves the answer significantly", none.title());
        assertTrue(none.text().startsWith("The verdict, a, is the same at both ends of every input. 0 of 1 inputs"), none.text());
    }

    private static Swing still(Optional<Answer> high) {
        return new Swing(swing("y", BASE, BASE, false).spread(), Optional.of(BASE), high, 1, false, false, false);
    }

    @Test
    void nothingIsSaidOfEndsThatWereNotTriedOrFailed() {
        for (Optional<Answer> high : List.of(Optional.<Answer>empty(), Optional.of(FAILED))) {
            String text = notices(document(result(still(high)))).get(0).text();
            assertTrue(text.startsWith("The verdict, a, is the same at every end that was tried without a failure; not all were. 0 of 1"), text);
        }
        Sensitivity usual = result(still(Optional.of(BASE)));
        Notice notice = notices(document(new Sensitivity(usual.format(), usual.scenario(), usual.title(), usual.quorateVersion(), usual.seed(),
                usual.replications(), usual.confidence(), usual.figure(), usual.first(), usual.second(), FAILED, usual.swings(), List.of()))).get(0);
        assertEquals("What moves the answer is not known", notice.title());
        assertEquals(Notice.Kind.WARNING, notice.kind());
    }

    @Test
    void anEndWithoutAFigureHasNoBarAndAFailureIsTold() {
        Answer full = new Answer("b", false, Optional.empty(), BASE.second());
        ReportDocument document = document(result(swing("x", BASE, full, true), swing("y", FAILED, BASE, false)));
        assertEquals(1, chart(document, 0).groups().get(0).lines().get(0).spans().size());
        assertEquals(2, chart(document, 1).groups().get(0).lines().get(0).spans().size());
        assertEquals(List.of("1 point failed"), notices(document).stream().skip(1).map(Notice::title).toList());
        Table table = document.blocks().stream().filter(Table.class::isInstance).map(Table.class::cast).findFirst().orElseThrow();
        assertEquals(5, table.rows().size(), "as it is, and two ends of two inputs");
        assertTrue(page(document).contains("failed: stuck"));
    }

    @Test
    void noTextOfTheScenarioIsMarkupOrACommand() {
        String page = page(document(result(swing("<script>alert(1)</script>", BASE, BASE, false))));
        assertFalse(page.contains("<script>alert"));
        assertTrue(page.contains("A &lt;test&gt;") && page.contains("cannot be &lt;5&gt;"));
        String command = page.replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">");
        assertTrue(command.contains("quorate sensitivity 'a<b>.yaml' --input 'workload.phases[$(id)].closed.threads' --report 'it'\\''s'"));
    }

    @Test
    void noMoreThanCanBeReadAreDrawnAndAllAreInTheTable() {
        Swing[] many = IntStream.range(0, 40).mapToObj(i -> swing("input" + i, BASE, answer("a", 2, 2), false)).toArray(Swing[]::new);
        ReportDocument document = document(result(many));
        assertEquals(15, chart(document, 0).groups().get(0).lines().size());
        String page = page(document);
        assertTrue(page.contains("input39") && !page.contains("NaN"));
    }
}

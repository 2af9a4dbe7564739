// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.report.chart.Palette;
import org.quorate.report.chart.SpanChart;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Notice;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.study.failure.Failure;
import org.quorate.study.failure.FailureKind;
import org.quorate.study.failure.FailurePlan;
import org.quorate.study.failure.FailureStudy;
import org.quorate.study.io.FailureJson;

class FailureReportTest {

    private static final ReportContext CONTEXT = new ReportContext(LocalDate.of(2026, 11, 28), List.of("quorate", "fail", "a<b>.yaml"));

    private static Failure play(Scenario scenario, FailureKind kind, Duration duration) {
        FailurePlan plan = FailurePlan.of(scenario, kind, Optional.empty(), Optional.ofNullable(duration), 100);
        return new FailureStudy("1").play(plan, () -> false);
    }

    static Failure hanging() throws IOException {
        return play(Scenarios.sample("web-sessions"), FailureKind.NODE_HANGS, null);
    }

    private static List<SpanChart> charts(Failure failure) {
        return FailureReport.document(failure, CONTEXT).blocks().stream().filter(Figure.class::isInstance)
                .map(block -> (SpanChart) ((Figure) block).chart()).toList();
    }

    @Test
    void everyStepHasALineInsideTheSameAxis() throws IOException {
        Scenario sample = Scenarios.sample("web-sessions");
        for (FailureKind kind : FailureKind.values()) {
            for (Duration duration : kind.passes() ? new Duration[] {null, Duration.ofSeconds(20)} : new Duration[] {null}) {
                Failure failure = play(sample, kind, duration);
                List<SpanChart> charts = charts(failure);
                assertEquals(failure.contenders().size(), charts.size());
                for (int i = 0; i < charts.size(); i++) {
                    SpanChart chart = charts.get(i);
                    assertEquals(charts.get(0).value(), chart.value());
                    assertEquals(failure.contenders().get(i).steps().size(), chart.groups().get(1).lines().size());
                    chart.groups().forEach(group -> group.lines().forEach(line -> assertTrue(line.end() <= chart.value().high(), line.toString())));
                    assertFalse(new ChartPainter().svg(chart, 900, 500, Palette.DARK).contains("NaN"));
                }
            }
        }
    }

    @Test
    void dangersComeFirst() throws IOException {
        List<Notice> notices = FailureReport.document(hanging(), CONTEXT).blocks()
                .stream().filter(Notice.class::isInstance).map(Notice.class::cast).toList();
        assertEquals(Notice.Kind.VERDICT, notices.get(0).kind());
        assertEquals(Notice.Kind.DANGER, notices.get(1).kind());
    }

    @Test
    void hostileNamesAreShownAsTheyAre() throws IOException {
        String name = "<b>\u202e\u001b[31m' onload='x'</b>" + "n".repeat(300);
        String json = new FailureJson().write(play(Scenarios.sample("web-sessions"), FailureKind.NODE_DIES, null));
        Failure hostile = new FailureJson().read(json.replace("node3", name.replace("\u001b", "\\u001b")));
        assertEquals(name, hostile.node().orElseThrow());
        String page = new HtmlReport(new ChartPainter()).render(FailureReport.document(hostile, CONTEXT));
        assertTrue(page.contains("&lt;b&gt;"));
        assertFalse(page.contains("<b>") || page.contains("\u202e") || page.contains("\u001b"));
    }

    @Test
    void theSameGivesTheSameBytes() throws IOException {
        Scenario sample = Scenarios.sample("web-sessions");
        HtmlReport html = new HtmlReport(new ChartPainter());
        assertEquals(html.render(FailureReport.document(play(sample, FailureKind.SPLIT, null), CONTEXT)),
                html.render(FailureReport.document(play(sample, FailureKind.SPLIT, null), CONTEXT)));
    }
}

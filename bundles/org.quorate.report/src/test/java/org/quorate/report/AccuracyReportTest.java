// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.ScatterChart;
import org.quorate.report.document.Figure;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.report.text.Unit;
import org.quorate.study.accuracy.Accuracy;
import org.quorate.study.accuracy.AccuracyRow;
import org.quorate.study.accuracy.AccuracySummary;
import org.quorate.study.accuracy.FigureClass;
import org.quorate.study.accuracy.Outcome;

class AccuracyReportTest {

    private static final ReportContext CONTEXT = new ReportContext(LocalDate.of(2026, 11, 27),
            List.of("quorate", "accuracy", "--report", "my dir"));

    /** As a run of the project's own lab is called. */
    private static final String OWN = "gfs2-2-2026-11-29-6.1.176";

    private static AccuracyRow row(String fileSystem, FigureClass figureClass, String figure, String unit, double measured, double simulated,
            Outcome outcome) {
        return new AccuracyRow(fileSystem.equals("gfs2") ? OWN : "uml-ocfs2-2-r2", fileSystem, "c_stat_cold", figure, figureClass, unit, measured, simulated,
                measured > 0 ? OptionalDouble.of(simulated / measured - 1) : OptionalDouble.empty(), outcome,
                outcome == Outcome.MISSES ? "a reason" : "");
    }

    private static Accuracy accuracy() {
        List<AccuracyRow> rows = List.of(
                row("ocfs2", FigureClass.LOCK_TRAFFIC, "segments", "1/op", 29.58, 34.88, Outcome.MISSES),
                row("ocfs2", FigureClass.LOCK_TRAFFIC, "payload", "B/op", 1887, 2205, Outcome.INFORMATION),
                row("ocfs2", FigureClass.LATENCY, "p50 stat", "us", 3039, 2478, Outcome.WITHIN),
                row("gfs2", FigureClass.LOCK_TRAFFIC, "payload", "B/op", 730, 739, Outcome.WITHIN),
                row("gfs2", FigureClass.DISK, "reads", "1/op", 1.02, 0, Outcome.MISSES),
                row("gfs2", FigureClass.DISK, "flushes", "1/op", 0, 0, Outcome.UNDER_FLOOR));
        return new Accuracy(Accuracy.FORMAT, "1", "2026-11-23", "Linux 6.1", List.of("uml-ocfs2-2-r2", OWN),
                List.of(new AccuracySummary(FigureClass.LOCK_TRAFFIC, "ocfs2", 1, 0, 1, OptionalDouble.of(0.179),
                        "uml-ocfs2-2-r2 c_stat_cold segments", OptionalDouble.of(0.179))), rows);
    }

    @Test
    void everyRowStandsOnThePageAndTheReasonOfAMiss() {
        String page = new HtmlReport(new ChartPainter()).render(AccuracyReport.document(accuracy(), CONTEXT));
        for (String words : List.of("29.58", "34.88", "misses: a reason", "under the floor", "3.039", "run-gfs2-2-2026-11-29-6-1-176", "0 of 1 judged",
                "17.9", "2026-11-23", "my dir")) {
            assertTrue(page.contains(words), words);
        }
    }

    @Test
    void aChartHasThePointsThatAreLargeEnough() {
        ReportDocument document = AccuracyReport.document(accuracy(), CONTEXT);
        List<ScatterChart> charts = document.blocks().stream().filter(Figure.class::isInstance)
                .map(block -> (ScatterChart) ((Figure) block).chart()).toList();
        assertEquals(List.of("chart-messages", "chart-payload", "chart-disk", "chart-latency"),
                charts.stream().map(ScatterChart::id).toList());
        ScatterChart disk = charts.get(2);
        assertEquals(1, disk.series().get(0).points().size(), "reads that were not simulated; no flushes on either side");
        assertEquals(disk.y().low(), disk.series().get(0).points().get(0).y(), "at the edge");
        assertEquals(3_039_000, charts.get(3).series().get(0).points().get(0).x());
        for (ScatterChart chart : charts) {
            assertEquals(List.of(chart.x().low(), chart.x().high()), List.of(chart.y().low(), chart.y().high()), chart.id());
        }
    }

    @Test
    void bothAxesOfAScatterChartAreAlike() {
        Axis one = new Axis("measured", Unit.TIME, Scale.LOG, 1, 10);
        Axis other = new Axis("simulated", Unit.TIME, Scale.LINEAR, 1, 10);
        assertThrows(IllegalArgumentException.class, () -> new ScatterChart("a", "b", "c", one, other, List.of(), List.of()));
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.LineChart;
import org.quorate.report.chart.LineChart.Point;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.CellRow;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.MemoryTimeline;
import org.quorate.study.result.MessageFigures;
import org.quorate.study.result.MessageFigures.MessageType;
import org.quorate.study.result.PhaseFigures;

class ReportFiguresTest {

    static Stream<String> cases() {
        return Cases.all().keySet().stream();
    }

    private static <T extends ChartSpec> T chart(Comparison comparison, Class<T> kind, String id) {
        return ReportFigures.of(comparison).charts().stream().filter(chart -> chart.id().equals(id)).map(kind::cast)
                .findFirst().orElseThrow();
    }

    private static List<String> row(Comparison comparison, String table, String title) {
        return ReportFigures.of(comparison).tables().stream().filter(t -> t.title().equals(table))
                .flatMap(t -> t.rows().stream()).filter(CellRow.class::isInstance).map(CellRow.class::cast)
                .map(cells -> cells.cells().stream().map(Cell::plain).toList())
                .filter(cells -> cells.get(0).equals(title)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void pointsAndBarsAreInsideTheAxes(String name) {
        for (ChartSpec chart : ReportFigures.of(Cases.all().get(name)).charts()) {
            if (chart instanceof LineChart lines) {
                for (Point point : lines.series().stream().flatMap(series -> series.points().stream()).toList()) {
                    assertTrue(point.x() >= lines.x().low() && point.x() <= lines.x().high(), chart.id() + point);
                    assertTrue(point.y() >= lines.y().low() && point.y() <= lines.y().high(), chart.id() + point);
                }
            } else {
                BarChart bars = (BarChart) chart;
                bars.groups().stream().flatMap(group -> group.bars().stream()).forEach(bar -> assertTrue(
                        bar.length() <= bars.value().high() * (1 + 1e-9), chart.id() + bar));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void titlesAndDescriptionsAreThere(String name) {
        for (ChartSpec chart : ReportFigures.of(Cases.all().get(name)).charts()) {
            assertFalse(chart.title().isBlank() || chart.description().isBlank(), chart.id());
        }
        for (Table table : ReportFigures.of(Cases.all().get(name)).tables()) {
            assertFalse(table.title().isBlank() || table.rows().isEmpty(), table.title());
        }
    }

    @Test
    void theUsualCaseHasAllFigures() {
        ReportFigures figures = ReportFigures.of(Cases.all().get("usual"));
        assertEquals(List.of("latency-1-read", "latency-1-session", "latency-1-create", "time-1", "hot-locks", "throughput-chart",
                "messages", "disk", "memory-chart", "memory-nodes-1", "memory-nodes-2", "memory-caches-1", "memory-caches-2", "load-1"),
                figures.charts().stream().map(ChartSpec::id).toList());
        assertEquals(List.of("glance", "latency", "time", "locks", "throughput", "traffic", "memory", "load"),
                figures.topics().stream().map(ReportFigures.Topic::id).toList());
    }

    @Test
    void hotLocksAreCalledByTheirNames() {
        List<String> row = row(Cases.all().get("usual"), "Hot locks", "directory /sessions");
        assertEquals("META M00000000000000001234", row.get(1));
        assertEquals("71 %", row.get(2));
        assertEquals(List.of("1200", "580"), List.of(row.get(3), row.get(5)).stream().map(text -> text.replaceAll("[^0-9]", "")).toList());
    }

    @Test
    void aRowIsPrintedInOneMultipleWithItsDifference() {
        assertEquals(List.of("Mean latency over the operation mix", "2.400 ± 0.072 ms", "1.333 ± 0.040 ms",
                "0.1920 ± 0.0058 ms",
                "+80 ± 11 %"), row(Cases.all().get("usual"), "Summary", "Mean latency over the operation mix"));
    }

    @Test
    void theDifferenceTurnsWithTheContenders() {
        Comparison turned = Comparisons.webSessions().withLabels("gfs2", "ocfs2", "ext4-local").comparison();
        List<String> before = row(Cases.all().get("usual"), "Summary", "Lock memory of the fullest node");
        List<String> after = row(turned, "Summary", "Lock memory of the fullest node");
        assertTrue(before.get(4).startsWith("−") && after.get(4).startsWith("−"), before + " " + after);
        assertEquals(before.subList(1, 4), after.subList(1, 4), "the figures follow the order, not the name");
        assertTrue(ReportFigures.of(turned).tables().get(0).columns().get(4).title().equals("gfs2 against ocfs2"));
    }

    @Test
    void aDifferenceThatIsNotSignificantSaysSo() {
        assertEquals("+80 ± 180 % (not significant)", row(Cases.all().get("no significant difference"), "Summary",
                "Mean latency over the operation mix").get(4));
    }

    @Test
    void saturationTakesTheLatencyAwayAndLeavesTheThroughput() {
        Comparison comparison = Cases.all().get("one saturated");
        assertEquals("saturated", row(comparison, "Summary", "Mean latency over the operation mix").get(1));
        assertTrue(row(comparison, "Summary", "Throughput").get(1).endsWith("op/s"));
        LineChart latency = chart(comparison, LineChart.class, "latency-1-read");
        assertEquals(List.of("gfs2", "ext4-local (baseline)"), latency.series().stream().map(s -> s.name()).toList());
        BarChart time = chart(comparison, BarChart.class, "time-1");
        assertEquals("saturated", time.groups().get(1).bars().get(0).remark());
        assertTrue(time.groups().get(1).bars().get(0).lengths().isEmpty());
        assertTrue(chart(comparison, BarChart.class, "throughput-chart").groups().get(0).bars().get(0).remark()
                .endsWith(", saturated"));
    }

    @Test
    void aContenderLooksTheSameInEveryChart() {
        Comparison comparison = Cases.all().get("one saturated");
        // The second contender is the first one drawn here, and keeps its look.
        assertEquals(chart(Cases.all().get("usual"), LineChart.class, "latency-1-read").series().get(1).style(),
                chart(comparison, LineChart.class, "latency-1-read").series().get(0).style());
    }

    @Test
    void noShareIsDrawnBeyondTheLastOperation() {
        LineChart chart = chart(Cases.all().get("usual"), LineChart.class, "latency-1-read");
        // 48,000 operations were measured: beyond 1 − 1/48,000 there is none.
        assertEquals(0.9999, chart.series().get(0).points().stream().mapToDouble(Point::x).max().orElseThrow(), 1e-9);
    }

    @Test
    void partsOfTheTimeAreExplainedOnce() {
        List<String> notes = ReportFigures.of(Cases.all().get("12 operations, 3 phases")).tables().stream()
                .filter(table -> table.title().startsWith("Shares of the latency")).map(Table::note).toList();
        assertEquals(3, notes.size());
        assertTrue(notes.get(0).contains("LUN queue: a request waits for the LUN"), notes.get(0));
        assertEquals(List.of("", ""), notes.subList(1, 3));
    }

    @Test
    void timeSharesFillTheBar() {
        BarChart time = chart(Cases.all().get("usual"), BarChart.class, "time-1");
        time.groups().stream().flatMap(group -> group.bars().stream())
                .forEach(bar -> assertEquals(1, bar.length(), 1e-9));
        assertEquals(10, time.parts().stream().map(BarChart.Part::ink).distinct().count());
    }

    @Test
    void aPeakOfLockMemoryIsNeverLost() {
        Comparison usual = Cases.all().get("usual");
        List<MemoryTimeline.Sample> samples = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            samples.add(new MemoryTimeline.Sample(i, List.of(i == 77_777 ? 5_000_000L : 1_000L, 0L)));
        }
        ContenderResult first = usual.contenders().get(0);
        ContenderResult spiky = new ContenderResult(first.label(), first.kind(), false, List.of(), first.phases(),
                first.total(), new MemoryTimeline(List.of("a", "b"), samples, List.of()), 1);
        Comparison comparison = new Comparison(usual.format(), usual.origin(), List.of(spiky), List.of(),
                usual.verdict(), List.of());
        LineChart chart = chart(comparison, LineChart.class, "memory-chart");
        List<Point> points = chart.series().get(0).points();
        assertTrue(points.size() <= 502, points.size() + " points");
        assertTrue(points.contains(new Point(77_777, 5_000_000)));
        assertEquals(99_999, points.get(points.size() - 1).x());
        assertEquals("ocfs2 on a", chart.series().get(0).name());
    }

    @Test
    void eachSlabCacheOfTheFullestNodeIsALine() {
        LineChart chart = chart(Cases.all().get("usual"), LineChart.class, "memory-caches-2");
        assertEquals(List.of("dlm_lkb", "dentry (no lock memory)"), chart.series().stream().map(LineChart.Series::name).toList());
        assertEquals(328 * 100.0, chart.series().get(0).points().get(1).y());
    }

    @Test
    void messagesOfOneTypeAreSummedOverTheKindsOfLocks() {
        Comparison usual = Cases.all().get("usual");
        ContenderResult first = usual.contenders().get(0);
        PhaseFigures phase = first.phases().get(0);
        MessageFigures messages = new MessageFigures(phase.messages().locksPerOperation(),
                phase.messages().acknowledgementsPerOperation(), phase.messages().bytesPerOperation(),
                List.of(new MessageType("B", "OPEN", false, 0.9, 90), new MessageType("A", "META", false, 0.6, 60),
                        new MessageType("A", "OPEN", false, 0.5, 50), new MessageType("B", "-", true, 0.1, 1)));
        PhaseFigures changed = new PhaseFigures(phase.phase(), false, 0, 1, phase.throughput(), phase.operations(),
                phase.timeShares(), messages, phase.disk(), phase.memory(), phase.stations(),
                phase.warmUp());
        ContenderResult contender = new ContenderResult(first.label(), first.kind(), false, List.of(), List.of(changed),
                first.total(), first.memory(), 1);
        Table table = ReportFigures.of(new Comparison(usual.format(), usual.origin(), List.of(contender), List.of(),
                usual.verdict(), List.of())).tables().stream().filter(t -> t.title().equals("Messages by type"))
                .findFirst().orElseThrow();
        assertEquals(List.of(List.of("A", "META and OPEN", "1.1 msg/op", "110 B/op"),
                List.of("B", "OPEN", "0.9 msg/op", "90 B/op"),
                List.of("B (acknowledgement)", "", "0.1 msg/op", "1 B/op")),
                table.rows().stream().skip(1).map(row -> ((CellRow) row).cells().stream().map(Cell::plain).toList())
                        .toList());
    }

    @Test
    void thePartsOfABarAreThoseThatOccur() {
        assertEquals(List.of("lock messages", "acknowledgements"), chart(Cases.all().get("usual"), BarChart.class,
                "messages").parts().stream().map(BarChart.Part::name).toList());
        assertEquals(List.of("lock messages"), chart(Cases.all().get("one contender"), BarChart.class, "messages")
                .parts().stream().map(BarChart.Part::name).toList());
    }

    @Test
    void aLargeClusterIsCutToItsFullestNodes() {
        Table table = ReportFigures.of(Cases.all().get("64 nodes")).tables().stream()
                .filter(t -> t.title().startsWith("Lock memory by node")).findFirst().orElseThrow();
        assertEquals(12, table.rows().size());
        assertEquals("52 further nodes have less.", table.note());
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FollowedLock;
import org.quorate.model.observed.NodeSample;
import org.quorate.report.chart.LineChart;
import org.quorate.report.document.Figure;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.study.observe.FleetComparison;
import org.quorate.study.observe.FleetObservation;
import org.quorate.study.observe.FleetPrediction;
import org.quorate.study.observe.FleetTally;
import org.quorate.study.observe.ObservationSeries;
import org.quorate.study.observe.Round;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Origin;

class FleetObservationReportTest {

    private static final ReportContext CONTEXT = new ReportContext(LocalDate.of(2026, 11, 28), List.of("quorate", "observe", "a<b>.yaml", "--live"));
    private static final ObservationSeries.Head HEAD = new ObservationSeries.Head(ObservationSeries.FORMAT, "1", "s", "A <title>", "gfs2", FileSystemKind.GFS2,
            "/mnt", List.of("n1", "n2"), 10_000);

    private static NodeSample sample(int number) {
        TreeMap<FigureName, Long> figures = new TreeMap<>();
        figures.put(FigureName.valueOf("lock/INODE/SH"), 300L + number);
        figures.put(FigureName.valueOf("use/INODE/requests"), 1000L * number);
        figures.put(FigureName.valueOf("disk/sda/reads"), 500L * number);
        figures.put(FigureName.valueOf("network/eth0/sent_bytes"), 1L << 20);
        return new NodeSample("b", 10 * (number + 1), figures, 0, Set.of(), List.of(new FollowedLock("INODE", "1f", 3, OptionalLong.of(10L * number),
                OptionalLong.empty())), List.of("<script>"));
    }

    private static ReportDocument report(int rounds) {
        List<Round> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            boolean gone = i == 2;
            all.add(new Round(1_795_000_000_000L + i * 10_000L, List.of(new Round.Answer("n1", Optional.of(sample(i)), Optional.empty()),
                    new Round.Answer("n2", gone ? Optional.empty() : Optional.of(sample(i)), gone ? Optional.of("gone <b>") : Optional.empty()))));
        }
        TreeMap<FigureName, Interval> predicted = new TreeMap<>(Map.of(FigureName.valueOf("lock/all/all"), new Interval(500, 5)));
        Origin origin = new Origin("s", "A <title>", "1", 1, 5, 0.95, "6.1", true, HEAD.nodes(), Optional.empty());
        FleetPrediction prediction = new FleetPrediction(origin, "gfs2", FileSystemKind.GFS2, "load", Map.of(FleetPrediction.FLEET, predicted), List.of());
        ObservationSeries series = new ObservationSeries(HEAD, all, true);
        FleetTally tally = new FleetTally(HEAD);
        all.forEach(tally::add);
        FleetObservation observation = FleetComparison.of(Optional.of(prediction), tally, 5);
        return FleetObservationReport.document(series, observation, CONTEXT);
    }

    private static List<LineChart> charts(ReportDocument report) {
        return report.blocks().stream().filter(Figure.class::isInstance).map(block -> (LineChart) ((Figure) block).chart()).toList();
    }

    @Test
    void figuresOverTimeHaveALineANodeAndThePrediction() {
        List<LineChart> charts = charts(report(5));
        assertEquals(List.of("Locks in memory", "Requests to the lock manager a second", "Requests to the LUN a second",
                "Bytes sent on the cluster network a second"), charts.stream().map(LineChart::title).toList());
        LineChart locks = charts.get(0);
        assertEquals(List.of("n1", "n2"), locks.series().stream().map(LineChart.Series::name).toList());
        assertEquals(5, locks.series().get(0).points().size());
        assertEquals(4, locks.series().get(1).points().size(), "one is missing");
        assertEquals(new LineChart.Point(20e9, 302), locks.series().get(0).points().get(2));
        assertEquals(250, locks.limits().get(0).y(), "500 of two nodes");
        assertEquals(100, charts.get(1).series().get(0).points().get(0).y());
    }

    @Test
    void thePageSaysWhatDeviatesAndWhatNodesSaidIsNoMarkup() {
        String page = new HtmlReport(new ChartPainter()).render(report(5));
        assertTrue(page.contains("more than predicted") && page.contains("gone &lt;b&gt;") && page.contains("INODE 1f"), "in the tables");
        assertFalse(page.contains("<script>alert") || page.contains("gone <b>"), "as text");
    }

    @Test
    void oneRoundHasTablesAndNoCharts() {
        assertEquals(List.of(), charts(report(1)));
        assertTrue(new HtmlReport(new ChartPainter()).render(report(1)).contains("There are no rates"), "it says so");
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quorate.model.observed.CountedFile;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FollowedLock;
import org.quorate.model.observed.NodeSample;
import org.quorate.report.chart.LineChart;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Figure;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.study.observe.FleetComparison;
import org.quorate.study.observe.FleetPrediction;
import org.quorate.study.observe.FleetTally;
import org.quorate.study.observe.ObservationSeries;
import org.quorate.study.observe.Round;
import org.quorate.study.observe.RoundBuffer;
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

    private static FleetPrediction prediction(Map<String, TreeMap<FigureName, Interval>> predicted) {
        Origin origin = new Origin("s", "A <title>", "1", 1, 5, 0.95, "6.1", true, HEAD.nodes(), Optional.empty());
        return new FleetPrediction(origin, "gfs2", FileSystemKind.GFS2, "load", Map.copyOf(predicted), List.of());
    }

    private static ReportDocument report(int rounds) {
        List<Round> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            boolean gone = i == 2;
            all.add(new Round(1_795_000_000_000L + i * 10_000L, List.of(new Round.Answer("n1", Optional.of(sample(i)), Optional.empty()),
                    new Round.Answer("n2", gone ? Optional.empty() : Optional.of(sample(i)), gone ? Optional.of("gone <b>") : Optional.empty()))));
        }
        TreeMap<FigureName, Interval> predicted = new TreeMap<>(Map.of(FigureName.valueOf("lock/all/all"), new Interval(500, 5)));
        return report(HEAD, all, Optional.of(prediction(Map.of(FleetPrediction.FLEET, predicted))));
    }

    private static ReportDocument report(ObservationSeries.Head head, List<Round> rounds, Optional<FleetPrediction> prediction) {
        FleetTally tally = new FleetTally(head);
        RoundBuffer drawn = new RoundBuffer();
        rounds.forEach(round -> {
            tally.add(round);
            drawn.add(round);
        });
        return FleetObservationReport.document(new ObservationSeries(head, drawn.rounds(), true), FleetComparison.of(prediction, tally, 5), CONTEXT);
    }

    /** Of so many nodes, each with these figures, in two rounds. */
    private static ReportDocument report(int nodes, TreeMap<FigureName, Long> figures) {
        return report(nodes, figures, Optional.empty());
    }

    private static ReportDocument report(int nodes, TreeMap<FigureName, Long> figures, Optional<FleetPrediction> prediction) {
        List<String> names = IntStream.rangeClosed(1, nodes).mapToObj(i -> "n" + i).toList();
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            NodeSample sample = new NodeSample("b", 10 * (i + 1), figures, 0, Set.of(), List.of(), List.of());
            rounds.add(new Round(1_795_000_000_000L + i * 10_000L,
                    names.stream().map(name -> new Round.Answer(name, Optional.of(sample), Optional.empty())).toList()));
        }
        return report(new ObservationSeries.Head(HEAD.format(), "1", "s", "t", "gfs2", FileSystemKind.GFS2, "/mnt", names, 10_000), rounds,
                prediction);
    }

    private static Table table(ReportDocument report, String title) {
        return report.blocks().stream().filter(Table.class::isInstance).map(Table.class::cast).filter(table -> table.title().equals(title)).findFirst()
                .orElseThrow();
    }

    private static List<String> column(Table table, int index) {
        return table.rows().stream().map(row -> ((Cell.Text) ((Table.CellRow) row).cells().get(index)).text()).toList();
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

    @Test
    void aSumIsDrawnOnlyWhereAllOfItIsKnown() {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TreeMap<FigureName, Long> figures = new TreeMap<>();
            figures.put(FigureName.valueOf("dlm/a/waiters"), 10L);
            if (i != 1) {
                figures.put(FigureName.valueOf("dlm/b/waiters"), 5L);
            }
            rounds.add(new Round(1_795_000_000_000L + i * 10_000L, List.of(new Round.Answer("n1",
                    Optional.of(new NodeSample("b", 10 * (i + 1), figures, 0, Set.of(), List.of(), List.of())), Optional.empty()))));
        }
        assertEquals(List.of(new LineChart.Point(0, 15), new LineChart.Point(20e9, 15), new LineChart.Point(30e9, 15)),
                charts(report(HEAD, rounds, Optional.empty())).get(0).series().get(0).points(), "no dip to 10");
    }

    @Test
    void whatWasReadInPartIsNotDrawnAndTheTableSaysSo() {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TreeMap<FigureName, Long> figures = new TreeMap<>(Map.of(FigureName.valueOf("lock/INODE/SH"), i == 3 ? 10L : 300L));
            Set<CountedFile> cut = i == 3 ? Set.of(CountedFile.GLOCKS) : Set.of();
            NodeSample sample = new NodeSample("b", 10 * (i + 1), figures, 0, cut, List.of(), List.of());
            rounds.add(new Round(1_795_000_000_000L + i * 10_000L,
                    List.of(new Round.Answer("n1", Optional.of(sample), Optional.empty()))));
        }
        ReportDocument report = report(HEAD, rounds, Optional.empty());
        Figure locks = report.blocks().stream().filter(Figure.class::isInstance).map(Figure.class::cast).findFirst().orElseThrow();
        assertEquals(3, ((LineChart) locks.chart()).series().get(0).points().size());
        assertEquals("Times at which not all locks were read are left out.", locks.caption());
        Cell.Amount last = (Cell.Amount) ((Table.CellRow) table(report, "Locks in memory").rows().get(0)).cells().get(3);
        assertEquals("10 or more", last.quantity().text() + " " + last.remark());
    }

    @Test
    void roundsThatAreNotDrawnAreCounted() {
        Figure locks = report(1_200).blocks().stream().filter(Figure.class::isInstance).map(Figure.class::cast).findFirst().orElseThrow();
        List<LineChart.Point> points = ((LineChart) locks.chart()).series().get(0).points();
        assertEquals("Drawn are " + points.size() + " of 1200 rounds, evenly over the time; the tables have all of them.", locks.caption());
        assertEquals(new LineChart.Point(11_990e9, 300 + 1_199), points.get(points.size() - 1), "the last one");
    }

    @Test
    void nodesThatAreNotDrawnAreCounted() {
        TreeMap<FigureName, Long> figures = new TreeMap<>(Map.of(FigureName.valueOf("lock/INODE/SH"), 7L));
        List<Figure> few = report(16, figures).blocks().stream().filter(Figure.class::isInstance).map(Figure.class::cast).toList();
        assertEquals(List.of(""), few.stream().map(Figure::caption).toList());
        List<Figure> many = report(18, figures).blocks().stream().filter(Figure.class::isInstance).map(Figure.class::cast).toList();
        assertEquals(List.of("Only the first 16 of 18 nodes are drawn."), many.stream().map(Figure::caption).toList());
        assertEquals(16, ((LineChart) many.get(0).chart()).series().size());
    }

    /** With those of single nodes 100 + 4 x 100 rows: none of them, rather than those of three nodes. */
    @Test
    void ofTooManyRowsThoseOfAllNodesStay() {
        TreeMap<FigureName, Long> figures = new TreeMap<>();
        IntStream.range(0, 100).forEach(i -> figures.put(FigureName.valueOf("dlm/space" + i + "/waiters"), 1L));
        Table large = table(report(4, figures), "Lock manager");
        assertEquals(Collections.nCopies(100, "all nodes"), column(large, 0));
        assertEquals("These are the figures of all nodes together; 400 rows of single nodes are in the JSON form.", large.note());
        Table small = table(report(3, figures), "Lock manager");
        assertEquals(400, small.rows().size());
        assertEquals("", small.note());
    }

    /** All nodes together are as predicted; each by itself is not. */
    @Test
    void ofTooManyDeviationsTheFarthestStay() {
        TreeMap<FigureName, Long> figures = new TreeMap<>();
        TreeMap<FigureName, Interval> predicted = new TreeMap<>();
        for (int i = 0; i < 201; i++) {
            figures.put(FigureName.valueOf("dlm/space" + i + "/waiters"), 10L);
            predicted.put(FigureName.valueOf("dlm/space" + i + "/waiters"), Interval.exactly(i == 200 ? 1000 : 5));
        }
        Table beyond = table(report(2, figures, Optional.of(prediction(Map.of("n1", predicted, "n2", predicted)))),
                "Figures beyond the interval that is predicted for one run");
        assertEquals(400, beyond.rows().size());
        assertEquals(List.of("space200 waiters", "space200 waiters"), column(beyond, 1).subList(0, 2));
        assertEquals("Counts are those at last, rates the mean over all rounds. These are the farthest 400 of 402; the JSON form has all.",
                beyond.note());
    }

    @Test
    void itSaysWhatThePredictionIsMadeOf() {
        ReportDocument report = report(5);
        Map<String, String> about = report.about().entries().stream().collect(Collectors.toMap(KeyValues.Entry::key, KeyValues.Entry::value));
        assertEquals(List.of("1", "5", "95 %", "6.1 (measured)"),
                Stream.of("Seed", "Replications", "Confidence", "Kernel").map(about::get).toList());
        Table beyond = table(report, "Figures beyond the interval that is predicted for one run");
        assertEquals("500.0 ± 5.0", ((Cell.Amount) ((Table.CellRow) beyond.rows().get(0)).cells().get(2)).quantity().text());
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;
import org.quorate.report.chart.DrawnChart;
import org.quorate.report.chart.Palette;
import org.quorate.report.chart.SequenceChart;
import org.quorate.report.chart.Spot;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.report.sheet.ChartSheet;
import org.quorate.study.watch.Arrow;
import org.quorate.study.watch.Lifeline;
import org.quorate.study.watch.LockTime;
import org.quorate.study.watch.OperationTrace;
import org.quorate.study.watch.Repeat;
import org.quorate.study.watch.Stage;

class WatchReportTest {

    private static final LockName LOCK = new LockName("directory /sessions <b>&", "META M0001");

    private static Stage stage(int lifeline, long from, long to, TimePart part, String what) {
        return new Stage(lifeline, from, to, part, false, what, "op/create", part == TimePart.OWN_CPU ? Optional.empty() : Optional.of(LOCK));
    }

    /** Asks four times, then waits for a journal elsewhere, which is written meanwhile. */
    private static OperationTrace trace() {
        List<Lifeline> lifelines = List.of(new Lifeline(Lifeline.Kind.PROCESS, "node1", List.of(), List.of()),
                new Lifeline(Lifeline.Kind.LOCK_MANAGER, "4 other nodes", List.of("o2net"), List.of()),
                new Lifeline(Lifeline.Kind.JOURNAL, "node2", List.of("jbd2"), List.of("holder of directory /sessions")),
                new Lifeline(Lifeline.Kind.LUN, "", List.of(), List.of()));
        List<Stage> stages = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 4; i++) {
            stages.add(stage(0, now, now + 12_000, TimePart.OWN_CPU, "process runs o2dlm/lock"));
            stages.add(stage(0, now + 12_000, now + 50_000, TimePart.NETWORK, "MASTER_REQUEST"));
            arrows.add(new Arrow(Arrow.Kind.MESSAGE, 0, 1, now + 12_000, now + 50_000, "MASTER_REQUEST", "node1", "node" + (i + 2),
                    Optional.of(LOCK), true));
            now += 50_000;
        }
        stages.add(stage(2, now, now + 4_000_000, TimePart.HOLDER_JOURNAL, "the holder writes its journal, or checkpoints it"));
        arrows.add(new Arrow(Arrow.Kind.DISK, 2, 3, now + 1000, now + 3_000_000, "jbd2: write 22 blocks", "node2", "", Optional.empty(), false));
        arrows.add(new Arrow(Arrow.Kind.MESSAGE, 1, 1, now + 2000, now + 30_000, "ASSERT_MASTER", "node3", "node4", Optional.of(LOCK), false));
        Map<TimePart, Long> parts = new EnumMap<>(TimePart.class);
        stages.forEach(stage -> parts.merge(stage.part(), stage.nanos(), Long::sum));
        return new OperationTrace(OperationTrace.FORMAT, "web", "Web", "0.1.0", 1, "ocfs2", "traffic", Operation.CREATE, "node1", 3, 200, 90,
                "file 3 of set sessions", "directory /sessions", 4_200_000, 0, parts, lifelines, stages, List.of(new Repeat(0, 2, 4)), arrows,
                List.of(new LockTime(LOCK, 4_152_000, 4_152_000 / 4_200_000.0)));
    }

    @Test
    void thePageHasTheDiagramAndTheStepsSumToTheLatency() {
        ReportDocument document = WatchReport.document(trace(), new ReportContext(LocalDate.of(2026, 11, 28), List.of("quorate", "watch")));
        String page = new HtmlReport(new ChartPainter()).render(document);
        assertTrue(page.contains("sequence-svg"), "the diagram");
        assertTrue(page.contains("3 times more the 2 steps above"), "what repeats itself is folded");
        assertFalse(page.contains("<b>&"), "nothing from outside is markup");
        Table steps = document.blocks().stream().filter(Table.class::isInstance).map(Table.class::cast)
                .filter(table -> table.title().equals("Steps")).findFirst().orElseThrow();
        assertEquals(2 + 1 + 1 + 2, steps.rows().size());
    }

    /** While it waits for its turn, others pass the lock on by hundreds of messages. */
    @Test
    void ofManyMessagesBesideAWaitSomeAreDrawn() {
        OperationTrace trace = trace();
        List<Arrow> arrows = new ArrayList<>(trace.arrows());
        for (int i = 0; i < 40; i++) {
            arrows.add(new Arrow(Arrow.Kind.MESSAGE, 1, 1, 3_300_000 + i * 1000L, 3_300_500 + i * 1000L, "BAST " + i, "node3", "node4",
                    Optional.of(LOCK), false));
        }
        OperationTrace busy = new OperationTrace(trace.format(), trace.scenario(), trace.title(), trace.quorateVersion(), trace.seed(),
                trace.fileSystem(), trace.phase(), trace.operation(), trace.node(), trace.index(), trace.operations(), trace.percentile(),
                trace.subject(), trace.directory(), trace.latencyNanos(), trace.queuedNanos(), trace.parts(), trace.lifelines(), trace.stages(),
                trace.repeats(), arrows, trace.locks());
        SequenceChart chart = WatchCharts.sequence(busy);
        List<String> labels = chart.items().stream().map(SequenceChart.Item::label).filter(label -> label.startsWith("BAST")).toList();
        assertTrue(labels.get(0).startsWith("BAST 0") && labels.get(labels.size() - 1).startsWith("BAST 39"), labels.toString());
        assertTrue(labels.size() < 8, labels.toString());
        assertTrue(chart.items().stream().anyMatch(item -> item.label().endsWith("the table of steps has them")));
    }

    @Test
    void whatRepeatsItselfIsDrawnOnce() {
        SequenceChart chart = WatchCharts.sequence(trace());
        assertEquals(List.of("node1", "4 other nodes", "node2", "LUN"), chart.lanes().stream().map(SequenceChart.Lane::title).toList());
        assertEquals(1, chart.items().stream().filter(SequenceChart.Fold.class::isInstance).count());
        assertEquals(1, chart.items().stream().filter(item -> item.label().startsWith("MASTER_REQUEST")).count());
        assertEquals(List.of("own CPU", "holder's journal"), chart.kinds().stream().map(SequenceChart.Kind::name).toList());
        ChartPainter painter = new ChartPainter();
        int height = painter.heightFor(chart, 800);
        assertEquals(800 * 2, painter.image(chart, 800, height, 2, Palette.DARK).width());
        assertTrue(painter.svg(chart, 800, height, Palette.LIGHT).contains("jbd2: write 22 blocks"), "words are words");
        DrawnChart drawn = painter.drawn(chart, 800, height, 1, Palette.LIGHT);
        assertEquals(chart.items().stream().filter(item -> item instanceof SequenceChart.Bar || !item.label().isEmpty()).count(),
                drawn.map().spots().size());
        Spot wait = drawn.map().spots().stream().filter(spot -> spot.name().startsWith("the holder")).findFirst().orElseThrow();
        assertEquals("for: 4 ms", wait.readings().get(1).line());
        assertEquals(wait, drawn.map().at(wait.x() + wait.width() / 2, wait.y() + wait.height() / 2).orElseThrow());
        int colour = drawn.image().argb()[(int) (wait.y() + wait.height() / 2) * 800 + (int) (wait.x() + wait.width() / 2)] & 0xFFFFFF;
        assertEquals(Palette.LIGHT.colour(chart.kinds().get(1).ink()), colour, "the bar is there");
        assertEquals(1 + chart.items().size(), ChartSheet.of(chart).csv().lines().count());
        assertTrue(painter.image(chart, 160, 120, 1, Palette.LIGHT).argb().length == 160 * 120, "never fails for want of room");
    }
}

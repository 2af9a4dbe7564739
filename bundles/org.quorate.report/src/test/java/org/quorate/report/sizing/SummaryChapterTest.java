// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quorate.model.Target;
import org.quorate.report.Comparisons;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Items;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.CellRow;
import org.quorate.study.map.MapFigure;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Verdict;
import org.quorate.study.result.Verdict.Basis;
import org.quorate.study.result.Verdict.Outcome;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;
import org.quorate.study.sensitivity.Answer;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.Swing;
import org.quorate.study.sweep.FieldSpread;

/** Results are turned round, and the words have to turn too. */
class SummaryChapterTest {

    private static List<Block> summary(SizingResults results) {
        return new SummaryChapter(Evidence.of(results)).blocks();
    }

    private static String text(SizingResults results) {
        StringBuilder text = new StringBuilder();
        for (Block block : summary(results)) {
            if (block instanceof Items items) {
                text.append(String.join("\n", items.texts())).append('\n');
            } else if (block instanceof Notice notice) {
                text.append(notice.title()).append('\n').append(notice.text()).append('\n');
            }
        }
        return text.toString();
    }

    private static String text(Comparison comparison) throws IOException {
        SizingResults usual = Sizings.webSessions();
        return text(Sizings.with(usual, comparison, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static Comparison with(Comparison comparison, Verdict verdict) {
        return new Comparison(comparison.format(), comparison.origin(), comparison.contenders(), comparison.differences(), verdict, List.of());
    }

    private static TargetResult target(String label, Standing standing, Double millis) {
        return new TargetResult("p95 session ≤ 50 ms", Target.Figure.LATENCY, label, Optional.of("traffic"), standing,
                Optional.ofNullable(millis).map(value -> new Interval(value, 2)), 50);
    }

    private static Verdict verdict(Outcome outcome, String headline, List<String> favoured, TargetResult... targets) {
        return new Verdict(Basis.TARGETS, outcome, List.of("ocfs2", "gfs2"), favoured, List.of(targets), List.of(), headline, "So.");
    }

    @Test
    void swappedContendersSwapTheLead() throws IOException {
        String usual = text(Comparisons.webSessions().comparison());
        assertTrue(usual.contains("In favour of gfs2"), usual);
        assertTrue(usual.contains("Mean latency over the operation mix: the difference of ocfs2 to gfs2 is +80 ± 11 %. The interval excludes 0: gfs2"
                + " leads."), usual);
        String swapped = text(Comparisons.webSessions().withLabels("gfs2", "ocfs2", "ext4-local").comparison());
        assertTrue(swapped.contains("In favour of ocfs2") && swapped.contains("The interval excludes 0: ocfs2 leads."), swapped);
        assertFalse(swapped.contains("Mean latency over the operation mix: the difference of ocfs2 to gfs2"), swapped);
    }

    @Test
    void aTieHasNoLeader() throws IOException {
        String tie = text(Comparisons.webSessions().withSpread(0.5).comparison());
        assertTrue(tie.contains("The interval holds 0: neither of the two leads."), tie);
        assertFalse(tie.contains("excludes 0"), tie);
    }

    @Test
    void whoCannotCarryTheLoadMisses() throws IOException {
        Comparison comparison = with(Comparisons.webSessions().withSaturated("gfs2").comparison(), verdict(Outcome.WINNER, "ocfs2", List.of("ocfs2"),
                target("ocfs2", Standing.MEETS, 40.0), target("gfs2", Standing.MISSES, null)));
        String text = text(comparison);
        assertTrue(text.contains("In favour of ocfs2"), text);
        assertTrue(text.contains("ocfs2 meets every target. The nearest limit is p95 session ≤ 50 ms: 40.0 ± 2.0 ms is 20.0 ± 4.0 % below it."), text);
        assertTrue(text.contains("gfs2 misses p95 session ≤ 50 ms: it cannot carry the load."), text);
        assertFalse(text.contains("gfs2 meets"), text);
    }

    @Test
    void missedAndUncertainTargetsAreToldApart() throws IOException {
        String text = text(with(Comparisons.webSessions().comparison(), verdict(Outcome.NEITHER, "neither", List.of(),
                target("ocfs2", Standing.MISSES, 60.0), target("gfs2", Standing.NEITHER, 51.0))));
        assertTrue(text.startsWith("Neither\n"), text);
        assertTrue(text.contains("ocfs2 misses p95 session ≤ 50 ms: 60.0 ± 2.0 ms is 20.0 ± 4.0 % above it."), text);
        assertTrue(text.contains("Whether gfs2 meets p95 session ≤ 50 ms is not certain: the limit lies inside the interval 51.0 ± 2.0 ms."), text);
        assertFalse(text.contains("meets every target"), text);
    }

    @Test
    void throughputIsGoodAboveItsLimit() {
        TargetResult good = new TargetResult("throughput ≥ 500 op/s", Target.Figure.THROUGHPUT, "gfs2", Optional.of("traffic"), Standing.MEETS,
                Optional.of(new Interval(600, 10)), 500);
        assertEquals(List.of("gfs2 meets every target. The nearest limit is throughput ≥ 500 op/s: 600 ± 10 op/s is 20.0 ± 2.0 % above it."),
                Margins.of(verdict(Outcome.WINNER, "gfs2", List.of("gfs2"), good), "gfs2"));
        TargetResult bad = new TargetResult("throughput ≥ 500 op/s", Target.Figure.THROUGHPUT, "gfs2", Optional.of("traffic"), Standing.MISSES,
                Optional.of(new Interval(400, 10)), 500);
        assertEquals(List.of("gfs2 misses throughput ≥ 500 op/s: 400 ± 10 op/s is 20.0 ± 2.0 % below it."),
                Margins.of(verdict(Outcome.NEITHER, "neither", List.of(), bad), "gfs2"));
    }

    @Test
    void unsafeDesignsAreADanger() throws IOException {
        Comparison usual = Comparisons.webSessions().comparison();
        List<ContenderResult> unsafe = usual.contenders().stream().map(c -> new ContenderResult(c.label(), c.kind(), c.baseline(),
                c.label().equals("gfs2") ? List.of("no fencing") : List.of(), c.phases(), c.total(), c.memory(), c.events())).toList();
        SizingResults results = Sizings.with(Sizings.webSessions(), new Comparison(usual.format(), usual.origin(), unsafe, usual.differences(),
                usual.verdict(), List.of()), Optional.empty(), Optional.empty(), Optional.empty());
        List<Notice> dangers = summary(results).stream().filter(block -> block instanceof Notice notice && notice.kind() == Notice.Kind.DANGER)
                .map(Notice.class::cast).toList();
        assertEquals(List.of("gfs2 is unsafe as described"), dangers.stream().map(Notice::title).toList());
        assertFalse(text(Comparisons.webSessions().comparison()).contains("unsafe"));
    }

    @Test
    void aNodeLessIsTheSameVerdictOrAnother() throws IOException {
        SizingResults usual = Sizings.webSessions();
        Comparison same = Comparisons.webSessions().withNodes(List.of("node1", "node2")).comparison();
        assertTrue(text(Sizings.with(usual, usual.comparison(), Optional.of(same), Optional.empty(), Optional.empty()))
                .contains("With one node less, 2 nodes, the verdict is the same."));
        Comparison other = Comparisons.webSessions().withLabels("gfs2", "ocfs2", "ext4-local").withNodes(List.of("node1", "node2")).comparison();
        assertTrue(text(Sizings.with(usual, usual.comparison(), Optional.of(other), Optional.empty(), Optional.empty()))
                .contains("With one node less, 2 nodes, the verdict is another one: ocfs2."));
        assertTrue(text(usual).contains("Whether the verdict holds with a node less was not examined."));
    }

    static Sensitivity sensitivity(String atLow, String atHigh) {
        Answer base = new Answer("gfs2", false, Optional.of(new Interval(2, 0.1)), Optional.of(new Interval(1, 0.1)));
        Answer low = new Answer(atLow, false, Optional.of(new Interval(1, 0.1)), Optional.of(new Interval(2, 0.1)));
        Answer high = new Answer(atHigh, false, Optional.of(new Interval(2, 0.1)), Optional.of(new Interval(1, 0.1)));
        FieldSpread spread = new FieldSpread("lun.service.flush", "366 us", "183 us", "732 us", List.of("lun.service.flush"));
        return new Sensitivity(Sensitivity.FORMAT, "web-sessions", "t", "1", OptionalLong.of(1), OptionalInt.of(5), OptionalDouble.of(0.95),
                new MapFigure(Figure.MIX_LATENCY, Optional.empty(), Optional.empty()), "ocfs2", "gfs2", base, List.of(new Swing(spread, Optional.of(low), Optional.of(high), 2, false,
                        !atLow.equals("gfs2") || !atHigh.equals("gfs2"), true)), List.of());
    }

    @Test
    void inputsTurnTheVerdictOnlyWhereTheyDo() throws IOException {
        SizingResults usual = Sizings.webSessions();
        String turns = text(Sizings.with(usual, usual.comparison(), Optional.empty(), Optional.empty(), Optional.of(sensitivity("ocfs2", "gfs2"))));
        assertTrue(turns.contains("The verdict turns with lun.service.flush, which is 366 us: ocfs2 at 183 us."), turns);
        String stays = text(Sizings.with(usual, usual.comparison(), Optional.empty(), Optional.empty(), Optional.of(sensitivity("gfs2", "gfs2"))));
        assertTrue(stays.contains("The verdict is the same with the smaller and with the larger value of 1 input that was moved."), stays);
        assertFalse(stays.contains("turns with"));
        assertTrue(text(usual).contains("Which inputs would turn the verdict was not examined."));
    }

    @Test
    void theFiguresAreThoseOfTheResults() throws IOException {
        List<String> rows = summary(Sizings.webSessions()).stream().filter(Table.class::isInstance).flatMap(table -> ((Table) table).rows().stream())
                .map(row -> ((CellRow) row).cells().stream().map(Cell::plain).collect(Collectors.joining(" | "))).toList();
        assertEquals("Mean latency over the operation mix | 2.400 ± 0.072 ms | 1.333 ± 0.040 ms | 0.1920 ± 0.0058 ms | +80 ± 11 %", rows.get(0));
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quorate.model.Target;
import org.quorate.report.Comparisons;
import org.quorate.report.Designs;
import org.quorate.report.Scenarios;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Language;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.language.Translator;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Verdict;
import org.quorate.study.result.Verdict.Basis;
import org.quorate.study.result.Verdict.Outcome;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;

class HeadroomChapterTest {

    private static Comparison with(double scale, Standing ocfs2, Standing gfs2) {
        List<TargetResult> targets = new ArrayList<>();
        for (String label : List.of("ocfs2", "gfs2")) {
            targets.add(new TargetResult("p95 read ≤ 10 ms", Target.Figure.LATENCY, label, Optional.of("traffic"), label.equals("ocfs2") ? ocfs2 : gfs2,
                    Optional.of(new Interval(9 * scale, 0.5)), 10));
        }
        Verdict verdict = new Verdict(Basis.TARGETS, Outcome.WINNER, List.of("ocfs2", "gfs2"), List.of("gfs2"), targets, List.of(), "gfs2", "So.");
        return Comparisons.webSessions().withScale(scale).comparison(verdict);
    }

    private static List<Block> blocks(Comparison all, Comparison less) throws IOException {
        return new NodeLessBlocks(Scenarios.sample("web-sessions"), all, less).blocks();
    }

    private static List<String> paragraphs(String change) throws IOException {
        Comparison usual = Comparisons.webSessions().comparison();
        List<Block> blocks = new NodeLessBlocks(Designs.with(change).scenario(), usual, usual).blocks();
        Translator.of(Language.GERMAN).naming(Set.of("ocfs2", "gfs2", "ext4-local", "traffic", "node1", "node2", "node3", "work"))
                .telling(text -> assertEquals("", text, "has no translation")).blocks(blocks.stream().filter(Paragraph.class::isInstance).toList());
        return blocks.stream().filter(Paragraph.class::isInstance).skip(1).map(block -> ((Paragraph) block).text()).toList();
    }

    /** Of three nodes: 3 x 7 threads become 2 x 11, 3 x 8 become 2 x 12. */
    @Test
    void threadsThatCannotBeDividedAreTold() throws IOException {
        assertEquals(List.of("In phase work 22 threads work with a node less, with all nodes 21: each node gets whole threads, and as many as the"
                + " others. The additional ones are more load."), paragraphs("workload.phases[0].closed.threads=7"));
        assertEquals(List.of(), paragraphs("workload.phases[0].closed.threads=8"));
    }

    private static String notice(Standing before, Standing after) throws IOException {
        return blocks(with(1, before, Standing.MEETS), with(1, after, Standing.MEETS)).stream().filter(Notice.class::isInstance)
                .map(block -> ((Notice) block).text()).findFirst().orElseThrow();
    }

    private static List<String> rows(List<Block> blocks) {
        return blocks.stream().filter(Table.class::isInstance).flatMap(table -> ((Table) table).rows().stream()).filter(CellRow.class::isInstance)
                .map(row -> ((CellRow) row).cells().stream().map(Cell::plain).collect(Collectors.joining(" | "))).toList();
    }

    @Test
    void whetherTargetsStillHoldIsToldForEachCandidate() throws IOException {
        assertTrue(notice(Standing.MEETS, Standing.MEETS).startsWith("ocfs2 still meets every target. gfs2 still"));
        assertTrue(notice(Standing.MEETS, Standing.MISSES).startsWith("ocfs2 meets every target with all nodes, and no longer with a node less."));
        assertTrue(notice(Standing.MISSES, Standing.MEETS).startsWith("ocfs2 misses a target with all nodes, and meets every target with a node less."));
        for (Standing before : Standing.values()) {
            for (Standing after : Standing.values()) {
                assertEquals(before == Standing.MEETS && after == Standing.MEETS, notice(before, after).startsWith("ocfs2 still meets"));
            }
        }
    }

    @Test
    void figuresWithANodeLessAreThoseOfItsRun() throws IOException {
        List<String> rows = rows(blocks(with(1, Standing.MEETS, Standing.MEETS), with(2, Standing.MISSES, Standing.MEETS)));
        assertEquals("Mean latency over the operation mix | 2.400 ± 0.072 ms | 4.80 ± 0.14 ms | higher", rows.get(0));
        assertEquals("p95 read ≤ 10 ms | 9.00 ± 0.50 ms | 18.00 ± 0.50 ms | meets, then misses", rows.get(3));
        List<String> turned = rows(blocks(with(2, Standing.MISSES, Standing.MEETS), with(1, Standing.MEETS, Standing.MEETS)));
        assertTrue(turned.get(0).endsWith("| lower") && turned.get(3).endsWith("| misses, then meets"));
        assertTrue(rows(blocks(with(1, Standing.MEETS, Standing.MEETS), with(1, Standing.MEETS, Standing.MEETS))).get(0).endsWith("| no clear difference"));
    }

    @Test
    void whatWasNotRunIsSaid() throws IOException {
        List<Block> blocks = new HeadroomChapter(Evidence.of(Sizings.webSessions())).blocks();
        assertTrue(blocks.contains(new Paragraph("What is left with a node less was not examined.")));
        assertTrue(blocks.contains(new Paragraph("How much more load the cluster carries within its targets was not searched for.")));
        assertTrue(blocks.stream().anyMatch(block -> block instanceof Heading heading && heading.text().equals("What binds first")));
        SizingResults single = Sizings.of(Sizings.singleNode(), Comparisons.webSessions().withNodes(List.of("node1")).comparison());
        assertTrue(new HeadroomChapter(Evidence.of(single)).blocks().contains(
                new Paragraph("The cluster has a single node: when it is gone, so is the service.")));
        assertFalse(Sizings.document(single).blocks().stream().anyMatch(block -> block instanceof Heading heading && heading.text().endsWith(
                Chapter.FAILURES.title())), "a chapter without anything to say is left out");
    }
}

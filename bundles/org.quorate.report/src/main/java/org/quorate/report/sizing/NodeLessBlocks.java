// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.model.Node;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.report.Contenders;
import org.quorate.report.FigureRows;
import org.quorate.report.VerdictBlocks;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Interval;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;

/**
 * The cluster with all nodes beside the one with a node less (N+1).
 *
 * @param scenario with 2 nodes or more
 * @param all      nodes
 * @param less     with the last one gone and its work spread over the others
 */
record NodeLessBlocks(Scenario scenario, Comparison all, Comparison less) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph("The last node of the scenario is gone for good, and its work is spread over the others: what is left when a"
                + " node is repaired or replaced. What happens in the minutes after it fails is told in the chapter on failures."));
        more().forEach(sentence -> blocks.add(new Paragraph(sentence)));
        blocks.add(new Notice(Notice.Kind.NOTE, Turns.nodeLess(all, less, nodes() - 1), String.join(" ", all.verdict().candidates().stream()
                .map(this::targets).flatMap(Optional::stream).toList())));
        blocks.add(table());
        return blocks;
    }

    private int nodes() {
        return scenario.cluster().nodes().size();
    }

    /** Each measured phase in which threads cannot be divided among those that are left, so that the load is not quite the same. */
    private List<String> more() {
        List<String> sentences = new ArrayList<>();
        List<String> names = scenario.cluster().nodes().stream().map(Node::name).toList();
        for (Phase phase : scenario.workload().phases()) {
            List<String> workers = phase.workers(names);
            boolean changed = phase.measured() && workers.size() > 1 && workers.contains(names.get(names.size() - 1));
            if (changed && phase.load() instanceof Phase.Closed closed) {
                int before = closed.threads() * workers.size();
                int after = closed.spread(workers.size(), workers.size() - 1).threads() * (workers.size() - 1);
                if (after > before) {
                    sentences.add("In phase " + phase.name() + " " + after + " threads work with a node less, with all nodes " + before
                            + ": each node gets whole threads, and as many as the others. The additional ones are more load.");
                }
            }
        }
        return sentences;
    }

    /** Whether a candidate meets its targets still; absent if there are none. */
    private Optional<String> targets(String label) {
        List<TargetResult> before = results(all, label);
        List<TargetResult> after = results(less, label);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        Standing now = Standing.together(after);
        return Optional.of(label + switch (Standing.together(before)) {
            case MEETS -> switch (now) {
                case MEETS -> " still meets every target.";
                case MISSES -> " meets every target with all nodes, and no longer with a node less.";
                case NEITHER -> " meets every target with all nodes, and is no longer sure to with a node less.";
            };
            case MISSES -> now == Standing.MEETS ? " misses a target with all nodes, and meets every target with a node less."
                    : now == Standing.MISSES ? " misses a target with all nodes and with a node less."
                    : " misses a target with all nodes, and is not sure to meet every target with a node less.";
            case NEITHER -> now == Standing.MEETS ? " is not sure to meet every target with all nodes, and meets them with a node less."
                    : now == Standing.MISSES ? " is not sure to meet every target with all nodes, and misses one with a node less."
                    : " is not sure to meet every target, with all nodes or with a node less.";
        });
    }

    private static List<TargetResult> results(Comparison comparison, String label) {
        return comparison.verdict().targets().stream().filter(target -> target.label().equals(label)).toList();
    }

    private Table table() {
        List<Row> rows = new ArrayList<>();
        for (ContenderResult contender : all.contenders()) {
            Optional<ContenderResult> after = less.contenders().stream().filter(other -> other.label().equals(contender.label())).findFirst();
            if (after.isPresent()) {
                rows.add(new GroupRow(new Contenders(all).name(contender)));
                rows.add(row(Figure.MIX_LATENCY.title(), Unit.TIME, contender.total().mixLatencyNanos(), after.get().total().mixLatencyNanos()));
                rows.add(row(Figure.LOCK_MEMORY.title(), Unit.BYTES, Optional.of(contender.total().lockBytes()),
                        Optional.of(after.get().total().lockBytes())));
                contender.phases().forEach(phase -> rows.add(row("Throughput in phase " + phase.phase(), Unit.OPERATIONS_PER_SECOND,
                        Optional.of(phase.throughput()), after.get().phases().stream().filter(other -> other.phase().equals(phase.phase()))
                                .findFirst().map(PhaseFigures::throughput))));
                results(all, contender.label()).forEach(target -> rows.add(row(target)));
            }
        }
        return new Table("All nodes, and a node less", List.of(new Column("Figure", Align.TEXT), new Column(nodes() + " nodes", Align.NUMBER),
                new Column(nodes() == 2 ? "1 node" : nodes() - 1 + " nodes", Align.NUMBER), new Column("With a node less", Align.TEXT)), rows,
                "A figure is called higher or lower only if the two intervals do not touch.");
    }

    private static CellRow row(String title, Unit unit, Optional<Interval> before, Optional<Interval> after) {
        return new CellRow(List.of(new Cell.Text(title), cell(unit, before), cell(unit, after), new Cell.Text(change(before, after))));
    }

    private static Cell cell(Unit unit, Optional<Interval> value) {
        return value.map(known -> FigureRows.amount(unit, known)).orElseGet(() -> new Cell.Missing("no figure"));
    }

    private static String change(Optional<Interval> before, Optional<Interval> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.isEmpty() == after.isEmpty() ? "" : before.isEmpty() ? "there is a figure again" : "there is no figure any more";
        }
        return after.get().low() > before.get().high() ? "higher" : after.get().high() < before.get().low() ? "lower" : "no clear difference";
    }

    private CellRow row(TargetResult target) {
        Optional<TargetResult> after = results(less, target.label()).stream().filter(other -> other.target().equals(target.target())).findFirst();
        Unit unit = VerdictBlocks.unit(target.figure());
        return new CellRow(List.of(new Cell.Text(target.target()), cell(unit, target.value().map(value -> VerdictBlocks.base(target.figure(), value))),
                cell(unit, after.flatMap(TargetResult::value).map(value -> VerdictBlocks.base(target.figure(), value))),
                new Cell.Text(VerdictBlocks.standing(target.standing()) + after.map(now -> now.standing() == target.standing() ? ", as before"
                        : ", then " + VerdictBlocks.standing(now.standing())).orElse(""))));
    }
}

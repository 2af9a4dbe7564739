// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.study.failure.ContenderFailure;
import org.quorate.study.failure.End;
import org.quorate.study.failure.Failure;
import org.quorate.study.failure.FailureAdvice;
import org.quorate.study.failure.NodeOutage;
import org.quorate.study.failure.Step;
import org.quorate.study.failure.TimelineStep;

/** Makes the report on a failure. Pure functions. */
public final class FailureReport {

    private static final int FEW = 4;

    private FailureReport() {
    }

    /**
     * The report.
     *
     * @param failure what was found
     * @param context date and command
     */
    public static ReportDocument document(Failure failure, ReportContext context) {
        List<Block> blocks = new ArrayList<>(content(failure));
        blocks.addAll(ReproductionBlocks.again(context, "The same scenario, seed and version give the same figures, to the last digit."));
        return new ReportDocument(failure.title(), failure.headline(), KeyValues.of("Date", context.date().toString(), "Quorate",
                failure.quorateVersion(), "Scenario", failure.scenario(), "Failure", failure.kind().meaning(), "Seed",
                Long.toString(failure.seed()), "Replications", Integer.toString(failure.replications())), blocks);
    }

    /** What it says, without how to make it again. */
    public static List<Block> content(Failure failure) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "Summary"));
        blocks.add(new Notice(Notice.Kind.VERDICT, failure.headline(), summary(failure)));
        failure.advice().forEach(advice -> blocks.add(notice(advice)));
        blocks.add(new Heading(2, "timelines", "Timelines"));
        blocks.add(new Paragraph("The charts end at the same time. A bar of a step reaches from its earliest to its latest moment: the phases of"
                + " timers are chance; its stroke is the median. Operations that need neither the LUN nor a lock of another node go on meanwhile."));
        FailureCharts charts = new FailureCharts(failure);
        for (int i = 0; i < failure.contenders().size(); i++) {
            blocks.add(new Figure(charts.chart(i), Figure.Width.FULL, ""));
        }
        blocks.add(new Heading(2, "steps", "Step by step"));
        failure.contenders().forEach(contender -> {
            blocks.add(steps(contender));
            blocks.add(nodes(contender));
        });
        return blocks;
    }

    private static String summary(Failure failure) {
        List<String> parts = new ArrayList<>();
        for (ContenderFailure contender : failure.contenders()) {
            List<String> ends = new ArrayList<>();
            for (End end : End.values()) {
                List<String> nodes = contender.nodes().stream().filter(node -> node.end() == end).map(NodeOutage::node).toList();
                if (!nodes.isEmpty()) {
                    ends.add((nodes.size() > FEW ? nodes.size() + " nodes" : Words.and(nodes)) + " " + end.title());
                }
            }
            parts.add("With " + contender.label() + ", operations of " + String.join("; those of ", ends) + contender.longestStall()
                    .map(stall -> ". Longest stall: " + stall.text()).orElse("") + ".");
        }
        return String.join(" ", parts);
    }

    private static Notice notice(FailureAdvice advice) {
        return new Notice(advice.danger() ? Notice.Kind.DANGER : Notice.Kind.NOTE, advice.contender() + ": "
                + advice.rule().replace('-', ' '), advice.text() + (advice.setting().isEmpty() ? "" : " Setting: " + advice.setting() + "."));
    }

    private static Table steps(ContenderFailure contender) {
        List<Table.Row> rows = new ArrayList<>();
        for (TimelineStep timed : contender.steps()) {
            Step step = timed.step();
            rows.add(new CellRow(List.of(new Cell.Text(timed.at().text() + (timed.share() < 1 ? ", in " + Settings.percent(timed.share()) : "")),
                    new Cell.Text(step.who()), new Cell.Text(step.sentence()), new Cell.Text(step.why()
                    + (step.setting().isEmpty() ? "" : ". Set by " + step.setting())
                    + (step.source().isEmpty() ? "" : ". Source: " + step.source())))));
        }
        return new Table(contender.label() + ": steps", List.of(new Column("After", Align.TEXT), new Column("Node", Align.TEXT),
                new Column("What", Align.TEXT), new Column("Why then, by which setting and source", Align.TEXT)), rows, "Median (earliest to latest).");
    }

    private static Table nodes(ContenderFailure contender) {
        List<Table.Row> rows = new ArrayList<>();
        for (NodeOutage node : contender.nodes()) {
            rows.add(new CellRow(List.of(new Cell.Text(node.node()), new Cell.Text(node.end().title()
                    + (node.share() < 1 ? ", in " + Settings.percent(node.share()) : "")), new Cell.Text(node.to().map(to -> to.text())
                    .orElse("never")))));
        }
        return new Table(contender.label() + ": operations that need a lock or the LUN", List.of(new Column("Node", Align.TEXT),
                new Column("They", Align.TEXT), new Column("Wait until", Align.TEXT)), rows, "");
    }
}

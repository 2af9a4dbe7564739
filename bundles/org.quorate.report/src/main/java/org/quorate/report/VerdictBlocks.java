// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Target;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.KeyValues.Entry;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Origin;
import org.quorate.study.result.Verdict;
import org.quorate.study.result.Verdict.Basis;
import org.quorate.study.result.Verdict.FigureResult;
import org.quorate.study.result.Verdict.Outcome;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;

/**
 * The answer, its reason and what a reader must know before using it.
 *
 * @param contenders of the comparison
 */
public record VerdictBlocks(Contenders contenders) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** With their headings, in reading order. */
    public List<Block> blocks() {
        Verdict verdict = contenders.comparison().verdict();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "verdict", "Verdict"));
        blocks.add(notice());
        blocks.addAll(dangers());
        blocks.addAll(warnings());
        blocks.add(new Paragraph(basis()));
        if (!verdict.targets().isEmpty()) {
            blocks.add(targets());
        }
        if (verdict.figures().stream().anyMatch(figure -> !figure.leaders().isEmpty())) {
            blocks.add(leaders());
        }
        return blocks;
    }

    /** The answer and why. */
    public Notice notice() {
        Verdict verdict = contenders.comparison().verdict();
        return new Notice(Notice.Kind.VERDICT, headline(verdict), verdict.reason());
    }

    private static String headline(Verdict verdict) {
        if (verdict.outcome() == Outcome.WINNER) {
            return "In favour of " + verdict.headline();
        }
        return Words.sentence(verdict.headline());
    }

    /** Contenders that are unsafe, and why. */
    public List<Notice> dangers() {
        List<Notice> dangers = new ArrayList<>();
        for (ContenderResult contender : contenders.all()) {
            if (!contender.unsafe().isEmpty()) {
                dangers.add(new Notice(Notice.Kind.DANGER, contender.label() + " is unsafe as described",
                        String.join("; ", contender.unsafe()) + ". Scripts for such a design are not written."));
            }
        }
        return dangers;
    }

    /** Notes of the study, without those that say again why a design is unsafe. */
    public List<Notice> warnings() {
        List<String> known = contenders.all().stream().flatMap(contender -> contender.unsafe().stream()).toList();
        return contenders.comparison().notes().stream().filter(note -> known.stream().noneMatch(note::contains))
                .map(note -> new Notice(Notice.Kind.WARNING, note, "")).toList();
    }

    /** What is behind a ±: a sentence without its full stop. */
    public static String interval(Origin origin) {
        return "Every ± is half the width of a " + Settings.percent(origin.confidence()) + " confidence interval over " + origin.replications()
                + " independent replications";
    }

    /** What was compared, and what the intervals mean: sentences. */
    public String basis() {
        String intervals = interval(contenders.comparison().origin()) + "; a figure without it is exact or came out the same in each of them.";
        if (contenders.comparison().verdict().basis() == Basis.TARGETS) {
            return "The candidates were held against the targets of the scenario: a target is met or missed only if "
                    + "the whole interval lies on one side of the limit. " + intervals;
        }
        return "The scenario states no targets, so the candidates were judged by mean latency over the operation mix "
                + "and by lock memory, each as a difference paired by replication; a lead counts only if the "
                + "interval of the difference excludes 0. " + intervals;
    }

    /** Each target with the figure of each candidate; without rows if there are none. */
    public Table targets() {
        List<Row> rows = new ArrayList<>();
        for (TargetResult result : contenders.comparison().verdict().targets()) {
            Unit unit = unit(result.figure());
            Cell value = result.value().<Cell>map(v -> FigureRows.amount(unit, base(result.figure(), v)))
                    .orElse(new Cell.Missing(result.standing() == Standing.MISSES ? "saturated" : "not measured"));
            rows.add(new CellRow(List.of(new Cell.Text(result.target()), new Cell.Text(result.label()),
                    new Cell.Text(result.phase().orElse("all phases")), value,
                    FigureRows.amount(unit, base(result.figure(), Interval.exactly(result.limit()))),
                    new Cell.Text(standing(result.standing())))));
        }
        return new Table("Targets", List.of(new Column("Target", Align.TEXT), new Column("Candidate", Align.TEXT),
                new Column("Hardest in", Align.TEXT), new Column("Figure", Align.NUMBER),
                new Column("Limit", Align.NUMBER), new Column("Result", Align.TEXT)), rows, "");
    }

    /** What a figure of a target is written in. */
    public static Unit unit(Target.Figure figure) {
        return switch (figure) {
            case LATENCY -> Unit.TIME;
            case LOCK_MEMORY -> Unit.BYTES;
            case THROUGHPUT -> Unit.OPERATIONS_PER_SECOND;
        };
    }

    /** In the base unit: targets state latency in milliseconds. */
    public static Interval base(Target.Figure figure, Interval value) {
        double scale = figure == Target.Figure.LATENCY ? NANOS_PER_MILLI : 1;
        return new Interval(value.mean() * scale, value.halfWidth() * scale);
    }

    /** How a figure stands to its limit, in a word or two. */
    public static String standing(Standing standing) {
        return switch (standing) {
            case MEETS -> "meets";
            case MISSES -> "misses";
            case NEITHER -> "not certain";
        };
    }

    private KeyValues leaders() {
        List<Entry> entries = new ArrayList<>();
        for (FigureResult figure : contenders.comparison().verdict().figures()) {
            String leaders = figure.leaders().isEmpty() ? "nobody: it is not known"
                    : Words.and(figure.leaders())
                    + (figure.leaders().size() > 1 ? ", without a significant difference" : "");
            entries.add(new Entry(figure.figure() == Figure.LOCK_MEMORY ? "Leads in lock memory"
                    : "Leads in mean latency", leaders));
        }
        return new KeyValues(entries);
    }
}

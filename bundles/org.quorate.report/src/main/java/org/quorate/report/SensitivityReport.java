// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.SpanChart;
import org.quorate.report.chart.Ticks;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Interval;
import org.quorate.study.sensitivity.Answer;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.Swing;
import org.quorate.study.sweep.FieldSpread;

/** Makes the report on what moves an answer. Pure functions. */
public final class SensitivityReport {

    /** Inputs that are drawn: the others move nothing that could be seen. */
    private static final int MOST_DRAWN = 15;
    private static final List<SpanChart.Kind> KINDS = List.of(new SpanChart.Kind("with the smaller value of the input", Ink.PART_2),
            new SpanChart.Kind("with its larger value", Ink.PART_3));
    private static final double HEADROOM = 1.02;

    private SensitivityReport() {
    }

    /**
     * The report.
     *
     * @param result  what was found
     * @param context date and command
     */
    public static ReportDocument document(Sensitivity result, ReportContext context) {
        List<Block> blocks = new ArrayList<>(content(result));
        blocks.addAll(ReproductionBlocks.again(context, "The same scenario, inputs, seed and version give the same figures, to the last digit."));
        return new ReportDocument(result.title(), "What moves the " + result.figure().title(), PointsBlocks.about(context, result.quorateVersion(),
                result.scenario(), "Inputs", result.swings().size(), result.seed(), result.replications()), blocks);
    }

    /** What it says, without how to make it again. */
    public static List<Block> content(Sensitivity result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "Summary"));
        blocks.add(answer(result));
        if (result.failures() > 0) {
            blocks.add(PointsBlocks.failed(result.failures(), "the table says which. Nothing is known of the input there."));
        }
        blocks.add(new Heading(2, "charts", "Tornado"));
        blocks.add(new Paragraph("Each input is moved alone, with the same random numbers at every point. The stroke is the " + result.figure().title()
                + " as the scenario is; the bars reach to where it gets with the smaller and the larger value of the input. Where a file system"
                + " cannot carry the load there is no bar."));
        blocks.add(new Figure(chart(result, "tornado-1", result.first(), true), Figure.Width.FULL, ""));
        blocks.add(new Figure(chart(result, "tornado-2", result.second(), false), Figure.Width.FULL, ""));
        blocks.add(new Heading(2, "tables", "Every input"));
        blocks.add(table(result));
        if (!result.skipped().isEmpty()) {
            blocks.add(new Paragraph("Left out: " + String.join("; ", result.skipped()) + "."));
        }
        return blocks;
    }

    private static Notice answer(Sensitivity result) {
        if (result.base().failed()) {
            return new Notice(Notice.Kind.WARNING, "What moves the answer is not known",
                    "The run with the values of the scenario failed, so that there is nothing to compare with.");
        }
        List<Swing> certain = result.swings().stream().filter(swing -> swing.lost() || swing.certain()).toList();
        String title = certain.isEmpty() ? "No input moves the answer significantly"
                : "Know " + certain.get(0).spread().path() + " first: it moves the answer most";
        return new Notice(Notice.Kind.VERDICT, title, verdict(result) + " " + certain.size() + " of " + result.swings().size()
                + " inputs move a figure significantly: its interval does not touch that of the scenario as it is.");
    }

    private static String verdict(Sensitivity result) {
        List<String> turning = result.swings().stream().filter(Swing::verdict).map(swing -> swing.spread().path()).toList();
        String verdict = "The verdict, " + result.base().verdict() + ", ";
        return !turning.isEmpty() ? verdict + "changes with " + Words.and(turning) + "."
                : verdict + (result.swings().stream().allMatch(Swing::whole) ? "is the same at both ends of every input."
                        : "is the same at every end that was tried without a failure; not all were.");
    }

    private static SpanChart chart(Sensitivity result, String id, String label, boolean first) {
        Optional<Interval> base = first ? result.base().first() : result.base().second();
        List<SpanChart.Line> lines = new ArrayList<>();
        double most = base.map(Interval::mean).orElse(0.0);
        for (Swing swing : result.swings().subList(0, Math.min(MOST_DRAWN, result.swings().size()))) {
            List<SpanChart.Span> spans = new ArrayList<>();
            Optional<Interval> low = swing.low().flatMap(end -> first ? end.first() : end.second());
            Optional<Interval> high = swing.high().flatMap(end -> first ? end.first() : end.second());
            if (base.isPresent()) {
                low.ifPresent(end -> spans.add(span(0, base.get(), end)));
                high.ifPresent(end -> spans.add(span(1, base.get(), end)));
                // Of two to the same side, the shorter one is drawn over the longer one.
                spans.sort(Comparator.comparingDouble(span -> span.from() - span.to()));
            }
            most = Math.max(most, Math.max(low.map(Interval::mean).orElse(0.0), high.map(Interval::mean).orElse(0.0)));
            lines.add(new SpanChart.Line(swing.spread().path(), spans, base.map(known -> OptionalDouble.of(known.mean()))
                    .orElseGet(OptionalDouble::empty), moved(swing.spread())));
        }
        Unit unit = unit(result);
        return new SpanChart(id, label, "What each input does to the " + result.figure().title() + " of " + label + ".",
                new Axis(result.figure().title(), unit, Scale.LINEAR, 0, Ticks.roundUp(unit, Math.max(most, 1) * HEADROOM)), KINDS,
                List.of(new SpanChart.Group("", lines)));
    }

    /** From where to where it is moved, without the words that both values have: of a distribution one figure is moved. */
    private static String moved(FieldSpread spread) {
        List<String> low = List.of(spread.low().split(" "));
        List<String> high = List.of(spread.high().split(" "));
        int room = Math.min(low.size(), high.size()) - 1;
        int head = 0;
        while (head < room && low.get(head).equals(high.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < room - head && low.get(low.size() - 1 - tail).equals(high.get(high.size() - 1 - tail))) {
            tail++;
        }
        // The unit stays behind its number.
        int left = Math.max(0, tail - 1);
        return String.join(" ", low.subList(head, low.size() - left)) + " to " + String.join(" ", high.subList(head, high.size() - left));
    }

    private static SpanChart.Span span(int kind, Interval base, Interval end) {
        return new SpanChart.Span(kind, Math.min(base.mean(), end.mean()), Math.max(base.mean(), end.mean()));
    }

    private static Unit unit(Sensitivity result) {
        return PointsBlocks.unit(result.figure());
    }

    private static Table table(Sensitivity result) {
        List<Table.Row> rows = new ArrayList<>();
        rows.add(row(result, "as it is", "", "", result.base()));
        for (Swing swing : result.swings()) {
            swing.low().ifPresent(end -> rows.add(row(result, swing.spread().path(), swing.spread().base(), swing.spread().low(), end)));
            swing.high().ifPresent(end -> rows.add(row(result, swing.spread().path(), swing.spread().base(), swing.spread().high(), end)));
        }
        return new Table("Both ends of every input", List.of(new Column("Input", Align.TEXT), new Column("Own value", Align.TEXT),
                new Column("Tried", Align.TEXT), new Column(result.first(), Align.NUMBER), new Column(result.second(), Align.NUMBER),
                new Column("Verdict", Align.TEXT)), rows, "");
    }

    private static Table.Row row(Sensitivity result, String path, String own, String value, Answer answer) {
        return new CellRow(List.of(new Cell.Text(path), new Cell.Text(own), new Cell.Text(value), cell(result, answer.first()),
                cell(result, answer.second()), new Cell.Text(answer.verdict())));
    }

    private static Cell cell(Sensitivity result, Optional<Interval> figure) {
        return figure.map(known -> FigureRows.amount(unit(result), known)).orElseGet(() -> new Cell.Missing("no figure"));
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.quorate.study.accuracy.Accuracy;
import org.quorate.study.accuracy.AccuracyRow;
import org.quorate.study.accuracy.AccuracyStudy;
import org.quorate.study.accuracy.AccuracySummary;
import org.quorate.study.accuracy.Outcome;
import org.quorate.study.text.Quantity;

/** The comparison with the lab as text: a table a run, then the summary. Thread-safe. */
public final class AccuracyText {

    /** Which rows are written. */
    public enum Rows { ALL, MISSES, NONE }

    private static final int PHASE = 18;
    private static final int FIGURE = 26;
    private static final int NUMBER = 12;
    private static final int UNIT = 6;
    private static final int KIND = 24;
    private static final int SYSTEM = 13;
    private static final int COUNT = 8;
    private static final double WHOLE_FROM = 1000;

    private final Style style;

    /** Text in that style. */
    public AccuracyText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(Accuracy accuracy, Rows rows) {
        StringBuilder out = new StringBuilder();
        if (rows != Rows.NONE) {
            byRun(accuracy.rows()).forEach((run, ofRun) -> run(run, chosen(ofRun, rows), out));
        }
        summary(accuracy.summary(), out);
        out.append('\n').append(style.dim("Measured " + accuracy.measured() + " on " + accuracy.kernel() + ". Simulated by Quorate "
                + accuracy.version() + ", each figure the mean of " + AccuracyStudy.REPLICATIONS + " replications.")).append('\n');
        return out.toString();
    }

    private static Map<String, List<AccuracyRow>> byRun(List<AccuracyRow> rows) {
        Map<String, List<AccuracyRow>> runs = new LinkedHashMap<>();
        rows.forEach(row -> runs.computeIfAbsent(row.run() + " (" + row.fileSystem() + ")", run -> new ArrayList<>()).add(row));
        return runs;
    }

    private static List<AccuracyRow> chosen(List<AccuracyRow> rows, Rows which) {
        return which == Rows.ALL ? rows : rows.stream().filter(row -> row.outcome() == Outcome.MISSES).toList();
    }

    private void run(String run, List<AccuracyRow> rows, StringBuilder out) {
        if (rows.isEmpty()) {
            return;
        }
        out.append(style.bold(run)).append('\n');
        line(out, style.dim(left("phase", PHASE) + left("figure", FIGURE) + right("measured", NUMBER) + right("simulated", NUMBER)
                + " " + left("unit", UNIT) + right("error", NUMBER)));
        Set<String> phases = new LinkedHashSet<>();
        rows.forEach(row -> phases.add(row.phase()));
        for (String phase : phases) {
            rows.stream().filter(row -> row.phase().equals(phase)).forEach(row -> row(row, out));
        }
        out.append('\n');
    }

    private void row(AccuracyRow row, StringBuilder out) {
        String words = row.outcome().words() + (row.reason().isEmpty() ? "" : ": " + row.reason());
        line(out, left(row.phase(), PHASE) + left(row.figure(), FIGURE) + right(number(row.measured()), NUMBER)
                + right(number(row.simulated()), NUMBER) + " " + left(row.unit(), UNIT) + right(error(row.error()), NUMBER) + "  "
                + (row.outcome() == Outcome.MISSES ? style.bold(words) : words));
    }

    private void summary(List<AccuracySummary> summaries, StringBuilder out) {
        out.append(style.bold("Summary")).append('\n');
        line(out, style.dim(left("figures", KIND) + left("file system", SYSTEM) + right("judged", COUNT) + right("within", COUNT)
                + right("median", COUNT) + right("asked", COUNT) + "  worst row"));
        for (AccuracySummary summary : summaries) {
            line(out, left(summary.figureClass().title(), KIND) + left(summary.fileSystem(), SYSTEM)
                    + right(Integer.toString(summary.judged()), COUNT) + right(share(summary), COUNT)
                    + right(percent(summary.medianError()), COUNT) + right(percent(summary.figureClass().medianLimit()), COUNT)
                    + "  " + (summary.worst().isEmpty() ? "-" : error(summary.worstError()) + " " + summary.worst()));
        }
    }

    private static String share(AccuracySummary summary) {
        return Quantity.percent(summary.within() / (double) summary.judged());
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? Quantity.number(share.getAsDouble() * 100, 1) + " %" : "-";
    }

    private static String error(OptionalDouble error) {
        return error.isPresent() ? (error.getAsDouble() > 0 ? "+" : "") + Quantity.number(error.getAsDouble() * 100, 1) + " %" : "-";
    }

    private static String number(double value) {
        return Quantity.number(value, Math.abs(value) >= WHOLE_FROM ? 0 : value == Math.rint(value) ? 0 : 3);
    }

    private static void line(StringBuilder out, String text) {
        out.append(text.stripTrailing()).append('\n');
    }

    private static String left(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }

    private static String right(String text, int width) {
        return text.length() >= width ? " " + text : " ".repeat(width - text.length()) + text;
    }
}

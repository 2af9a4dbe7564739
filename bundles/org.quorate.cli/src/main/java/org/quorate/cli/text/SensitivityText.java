// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.quorate.study.result.Interval;
import org.quorate.study.sensitivity.Answer;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.Swing;
import org.quorate.study.text.Quantity;

/** What moves an answer as text: a row for each end of each input, those that move it most first. Thread-safe. */
public final class SensitivityText {

    /** Columns of words, at the left: the input and the verdict. */
    private static final Set<Integer> WORDS = Set.of(0, 5);

    private final Style style;

    /** Text in that style. */
    public SensitivityText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(Sensitivity result) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(Plain.line(result.title()))).append('\n');
        out.append(Plain.line("What moves the " + result.figure().title() + " of " + result.first() + " and " + result.second()))
                .append("\n\n");
        out.append(Plain.line("As it is: " + result.first() + " " + figure(result, result.base().first()) + ", " + result.second() + " "
                + figure(result, result.base().second()) + "; verdict: " + result.base().verdict())).append("\n\n");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("input", "tried", result.first(), result.second(), "moves by", "verdict"));
        result.swings().forEach(swing -> rows.addAll(rows(result, swing)));
        Columns.write(out, style, rows, WORDS);
        if (!result.skipped().isEmpty()) {
            out.append("\nLeft out\n");
            result.skipped().forEach(why -> out.append("  ").append(Plain.line(why)).append('\n'));
        }
        out.append('\n').append(style.dim(footer(result))).append('\n');
        return out.toString();
    }

    /** A row for each end that was tried; what is said of the input stands in the first. */
    private static List<List<String>> rows(Sensitivity result, Swing swing) {
        List<List<String>> rows = new ArrayList<>();
        List<String> values = Apart.of(swing.spread().low(), swing.spread().high());
        swing.low().ifPresent(end -> rows.add(row(result, swing, end, values.get(0), rows.isEmpty())));
        swing.high().ifPresent(end -> rows.add(row(result, swing, end, values.get(1), rows.isEmpty())));
        return rows;
    }

    private static List<String> row(Sensitivity result, Swing swing, Answer end, String value, boolean first) {
        return List.of(first ? swing.spread().path() : "", value, figure(result, end.first()), figure(result, end.second()),
                first ? size(swing) : "", swing.verdict() || end.failed() ? end.verdict() : first ? "same" : "");
    }

    private static String figure(Sensitivity result, Optional<Interval> figure) {
        return figure.map(known -> Quantity.of(result.figure().dimension(), known.mean())).orElse("no figure");
    }

    private static String size(Swing swing) {
        return swing.lost() ? "saturates" : !swing.certain() ? "not significant" : "\u00d7 " + Quantity.number(swing.size());
    }

    private static String footer(Sensitivity result) {
        return Plain.line("scenario " + result.scenario() + ", " + result.swings().size() + " inputs, one at a time, the same random numbers"
                + " at every point, seed " + number(result) + ", " + replications(result.replications()) + " replications, significant: "
                + confidence(result.confidence()) + " intervals that do not touch, quorate " + result.quorateVersion());
    }

    private static String number(Sensitivity result) {
        return result.seed().isPresent() ? Long.toString(result.seed().getAsLong()) : "varied";
    }

    private static String replications(OptionalInt replications) {
        return replications.isPresent() ? Integer.toString(replications.getAsInt()) : "varied";
    }

    private static String confidence(OptionalDouble confidence) {
        return confidence.isPresent() ? Quantity.percent(confidence.getAsDouble()) : "confidence";
    }
}

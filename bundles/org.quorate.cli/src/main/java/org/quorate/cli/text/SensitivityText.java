// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.quorate.study.result.Interval;
import org.quorate.study.sensitivity.Answer;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.Swing;
import org.quorate.study.text.Quantity;

/** What moves an answer as text: a row for each input, those that move it most first. Thread-safe. */
public final class SensitivityText {

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
        for (Swing swing : result.swings()) {
            rows.add(List.of(swing.spread().path(), values(swing), figures(result, swing, true),
                    figures(result, swing, false), size(swing), verdicts(result, swing)));
        }
        TextColumns.write(out, rows, style);
        if (!result.skipped().isEmpty()) {
            out.append("\nLeft out\n");
            result.skipped().forEach(why -> out.append("  ").append(Plain.line(why)).append('\n'));
        }
        out.append('\n').append(style.dim(footer(result))).append('\n');
        return out.toString();
    }

    private static String values(Swing swing) {
        return ends(swing.low().map(any -> swing.spread().low()), swing.high().map(any -> swing.spread().high()));
    }

    private static String figures(Sensitivity result, Swing swing, boolean first) {
        return ends(swing.low().map(end -> figure(result, first ? end.first() : end.second())),
                swing.high().map(end -> figure(result, first ? end.first() : end.second())));
    }

    private static String ends(Optional<String> low, Optional<String> high) {
        return low.orElse("") + (low.isPresent() && high.isPresent() ? " .. " : "") + high.orElse("");
    }

    private static String figure(Sensitivity result, Optional<Interval> figure) {
        return figure.map(known -> Quantity.of(result.figure().dimension(), known.mean())).orElse("no figure");
    }

    private static String size(Swing swing) {
        return swing.lost() ? "saturates" : !swing.certain() ? "not significant" : "\u00d7 " + Quantity.number(swing.size());
    }

    private static String verdicts(Sensitivity result, Swing swing) {
        return swing.verdict() ? ends(swing.low().map(Answer::verdict), swing.high().map(Answer::verdict)) : "same";
    }

    private static String footer(Sensitivity result) {
        return Plain.line("scenario " + result.scenario() + ", " + result.swings().size() + " inputs, one at a time, the same random numbers"
                + " at every point, seed " + number(result) + ", " + replications(result.replications()) + " replications, significant at "
                + confidence(result.confidence()) + ", quorate " + result.quorateVersion());
    }

    private static String number(Sensitivity result) {
        return result.seed().isPresent() ? Long.toString(result.seed().getAsLong()) : "varied";
    }

    private static String replications(OptionalInt replications) {
        return replications.isPresent() ? Integer.toString(replications.getAsInt()) : "varied";
    }

    private static String confidence(OptionalDouble confidence) {
        return confidence.isPresent() ? Quantity.percent(confidence.getAsDouble()) : "varied confidence";
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.search;

import java.util.List;
import java.util.Optional;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;
import org.quorate.study.text.TargetText;

/**
 * What was found, in plain English. Pure functions.
 *
 * @param search whose
 */
public record SearchWords(Search search) {

    /** The name of the field where there is little room: the last key of its path. */
    public String field() {
        return search.field().substring(search.field().lastIndexOf('.') + 1);
    }

    /** The answer for a headline: {@code gfs2 up to 12}. */
    public String brief(SearchResult result) {
        return result.label() + switch (result.outcome()) {
            case LARGEST -> " up to " + result.meets().orElseThrow();
            case SMALLEST -> " from " + result.meets().orElseThrow() + " on";
            case ALL_MEET -> " from " + search.low() + " to " + search.high();
            case NONE_MEETS -> " nowhere from " + search.low() + " to " + search.high();
            case UNDECIDED -> result.meets().map(value -> " at least " + reach(result, value)).orElse(" nowhere for sure");
            case FAILED -> ": failed";
        };
    }

    /** One sentence or a few. */
    public String answer(SearchResult result) {
        String field = field() + " = ";
        return switch (result.outcome()) {
            case LARGEST -> result.label() + " meets every target up to " + field + result.meets().orElseThrow() + "; at "
                    + result.misses().orElseThrow() + " " + reason(result, result.misses().get()) + ".";
            case SMALLEST -> result.label() + " meets every target from " + field + result.meets().orElseThrow() + " on; at "
                    + result.misses().orElseThrow() + " " + reason(result, result.misses().get()) + ".";
            case ALL_MEET -> result.label() + " meets every target from " + field + search.low() + " to " + search.high() + ".";
            case NONE_MEETS -> result.label() + " does not meet every target anywhere from " + field + search.low() + " to " + search.high()
                    + ": at " + search.low() + " " + reason(result, search.low()) + "; at " + search.high() + " " + reason(result, search.high())
                    + ".";
            case UNDECIDED -> undecided(result, field);
            case FAILED -> "A run failed: " + result.failure().orElseThrow() + ".";
        };
    }

    private String undecided(SearchResult result, String field) {
        String bound = " is not decided within " + search.mostReplications() + " replications";
        String between = result.undecided().isEmpty() ? "it" : result.undecided().get(0).equals(result.undecided().get(1))
                ? field + result.undecided().get(0) : field + result.undecided().get(0) + " to " + result.undecided().get(1);
        String known = result.meets().map(value -> result.label() + " meets every target " + reach(result, field + value) + "; ")
                .orElse(result.label() + " is not sure to meet every target anywhere; ");
        return known + between + bound + ", and neither is what lies " + (result.meets().isPresent() && result.misses().isPresent()
                ? "between " + result.meets().get() + " and " + result.misses().get() : "next to it")
                + result.misses().map(value -> "; at " + value + " " + reason(result, value)).orElse("") + ".";
    }

    /** {@code up to 12}, or {@code from 12 on} if more is better: what does not meet lies above or below. */
    private static String reach(SearchResult result, String value) {
        double meets = number(result, result.meets().orElseThrow());
        double beyond = number(result, result.undecided().isEmpty() ? result.misses().orElse(result.meets().get()) : result.undecided().get(0));
        return beyond < meets ? "from " + value + " on" : "up to " + value;
    }

    private static double number(SearchResult result, String value) {
        return result.points().stream().filter(point -> point.value().equals(value)).mapToDouble(SearchPoint::number).findFirst().orElseThrow();
    }

    /** Why a value misses: the targets with their figures, or saturation. */
    private static String reason(SearchResult result, String value) {
        Optional<SearchPoint> point = result.points().stream().filter(known -> known.value().equals(value)).findFirst();
        if (point.flatMap(SearchPoint::saturated).isPresent()) {
            return "it cannot carry the load (" + point.get().saturated().get() + ")";
        }
        List<String> missed = point.stream().flatMap(known -> known.targets().stream()).filter(target -> target.standing() == Standing.MISSES)
                .map(target -> target.target() + target.value().map(figure -> " (" + TargetText.value(target.figure(), figure) + ")").orElse(""))
                .toList();
        return "it misses " + String.join(" and ", missed);
    }

    /** How a point stands to one target, in a word or a figure. */
    public static String figure(SearchPoint point, TargetResult target) {
        return target.value().map(value -> TargetText.value(target.figure(), value))
                .orElse(point.saturated().isPresent() ? "saturated" : "not measured");
    }

    /** How a value stands to all targets. */
    public static String standing(Standing standing) {
        return switch (standing) {
            case MEETS -> "meets";
            case MISSES -> "misses";
            case NEITHER -> "not decided";
        };
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Scenario;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Verdict.Outcome;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;
import org.quorate.study.text.TargetText;

/**
 * A verdict in plain English. Every statement is made from the same numbers as the verdict. Immutable.
 *
 * @param targets one list a candidate, in the order of the scenario's targets
 * @param latency contest over those candidates that are still in question
 * @param memory  the same
 */
record VerdictText(Scenario scenario, Outcome outcome, List<String> favoured, List<Measured> candidates,
        List<List<TargetResult>> targets, Contest latency, Contest memory) {

    /** A tie whose difference may still be larger than this share is not yet well known. */
    private static final double WIDE = 0.1;

    /** From here on "3.5 times" says more than "250 %". */
    private static final double FEW_TIMES = 2;

    String headline() {
        return switch (outcome) {
            case WINNER -> favoured.get(0);
            case TIE -> "tie: " + and(favoured);
            case TRADE_OFF -> "trade-off: " + and(latency.leaders()) + " for latency, " + and(memory.leaders())
                    + " for lock memory";
            case NEITHER -> candidates.size() == 2 ? "neither" : "none";
            case UNDECIDED -> "undecided";
            case NOTHING_TO_COMPARE -> "nothing to compare";
        };
    }

    String reason() {
        List<String> sentences = new ArrayList<>();
        sentences.add(scenario.targets().isEmpty() ? figuresOpening() : targetsOpening());
        for (int i = 0; i < candidates.size(); i++) {
            addTargets(targets.get(i), sentences);
        }
        candidates.forEach(candidate -> addSaturation(candidate, sentences));
        if (latency.ranked().size() > 1) {
            sentences.add(contest(latency, Figure.MIX_LATENCY.title(), Dimension.TIME, "is higher"));
        }
        if (memory.ranked().size() > 1) {
            sentences.add(contest(memory, Figure.LOCK_MEMORY.title(), Dimension.BYTES, "needs more"));
        }
        candidates.stream().filter(candidate -> !candidate.unsafe().isEmpty()).forEach(candidate -> sentences.add(
                candidate.label() + " is unsafe as described: " + String.join("; ", candidate.unsafe()) + "."));
        return String.join(" ", sentences);
    }

    private String targetsOpening() {
        List<String> meeting = new ArrayList<>();
        boolean unsure = false;
        for (int i = 0; i < candidates.size(); i++) {
            if (targets.get(i).stream().allMatch(result -> result.standing() == Standing.MEETS)) {
                meeting.add(candidates.get(i).label());
            } else {
                unsure |= targets.get(i).stream().noneMatch(result -> result.standing() == Standing.MISSES);
            }
        }
        if (candidates.isEmpty()) {
            return figuresOpening();
        }
        if (meeting.size() > 1) {
            return and(meeting) + " meet every target. " + figuresOpening();
        }
        if (meeting.size() == 1) {
            return candidates.size() == 1 ? meeting.get(0) + " meets every target."
                    : "Only " + meeting.get(0) + (unsure ? " is sure to meet" : " meets") + " every target.";
        }
        return unsure ? "No candidate is sure to meet every target."
                : noneOf("meets every target", "does not meet every target");
    }

    private String figuresOpening() {
        return switch (outcome) {
            case WINNER -> winner(favoured.get(0));
            case TIE -> latency.ranked().size() == favoured.size()
                    ? "There is no significant difference between " + and(favoured) + " in latency or in lock memory."
                    : and(favoured) + " lead, without a significant difference between them.";
            case TRADE_OFF -> and(latency.leaders()) + (latency.leaders().size() == 1 ? " has " : " have ")
                    + lowest() + " latency, " + and(memory.leaders())
                    + (memory.leaders().size() == 1 ? " needs " : " need ") + least() + " lock memory.";
            case NEITHER -> noneOf("can carry the load", "cannot carry the load");
            case UNDECIDED -> "No operation of the mix was done by every contender in every replication:"
                    + " longer phases are needed.";
            case NOTHING_TO_COMPARE -> candidates.isEmpty() ? "The scenario has no cluster file system to judge."
                    : candidates.get(0).label() + " is the only candidate.";
        };
    }

    private String winner(String label) {
        if (latency.ranked().size() == 1) {
            return "Only " + label + " can carry the load.";
        }
        if (latency.wonBy(label) && memory.wonBy(label)) {
            return label + " has " + lowest() + " latency and needs " + least() + " lock memory.";
        }
        if (latency.wonBy(label)) {
            return label + " has " + lowest() + " latency, and no other needs significantly less lock memory.";
        }
        if (memory.wonBy(label)) {
            return label + " needs " + least() + " lock memory, and no other has a significantly lower latency.";
        }
        return label + " is the only one that no other beats significantly in latency or in lock memory.";
    }

    private String lowest() {
        return latency.ranked().size() == 2 ? "the lower" : "the lowest";
    }

    private String least() {
        return memory.ranked().size() == 2 ? "less" : "the least";
    }

    private String noneOf(String does, String doesNot) {
        return switch (candidates.size()) {
            case 1 -> candidates.get(0).label() + " " + doesNot + ".";
            case 2 -> "Neither " + candidates.get(0).label() + " nor " + candidates.get(1).label() + " " + does + ".";
            default -> "No candidate " + does + ".";
        };
    }

    private static void addTargets(List<TargetResult> results, List<String> sentences) {
        for (TargetResult result : results) {
            if (result.standing() != Standing.MEETS) {
                String value = valueText(result);
                sentences.add(result.label()
                        + (result.standing() == Standing.MISSES ? " misses " : " is not sure to meet ")
                        + result.target() + ": " + value + result.phase().map(p -> " in phase " + p).orElse("") + ".");
            }
        }
    }

    private static String valueText(TargetResult result) {
        if (result.value().isPresent()) {
            return TargetText.value(result.figure(), result.value().get());
        }
        return result.standing() == Standing.MISSES ? "saturated" : "not measured in every replication";
    }

    private static void addSaturation(Measured candidate, List<String> sentences) {
        candidate.saturatedPhase().ifPresent(phase -> sentences.add(SaturationText.of(candidate.samples(), phase)));
    }

    private static String contest(Contest contest, String subject, Dimension dimension, String comparative) {
        Measured first = contest.ranked().get(0);
        boolean tie = contest.leaders().size() > 1;
        // With three candidates the runner-up by its mean may well be told apart while a third, less steady one is not.
        Measured second = tie ? contest.leader(1) : contest.ranked().get(1);
        if (tie && contest.same()) {
            return subject + " is " + Quantity.of(dimension, contest.value(first).mean()) + " for each of "
                    + and(contest.leaders()) + ".";
        }
        List<String> values = contest.ranked().stream()
                .map(c -> Quantity.of(dimension, contest.value(c).mean()) + " for " + c.label()).toList();
        String start = subject + " is " + and(values) + ": ";
        Interval above = contest.aboveFirst(second);
        double base = contest.value(first).mean();
        String spread = Quantity.of(dimension, above);
        if (!tie) {
            return start + second.label() + " " + comparative + " by " + spread
                    + (base > 0 ? " (" + ratio(above.mean() / base) + ")." : ".");
        }
        boolean wide = base > 0 && above.halfWidth() / base > WIDE;
        return start + "the difference of " + spread + " between " + first.label() + " and " + second.label()
                + " is not significant" + (wide ? "; more replications may show one." : ".");
    }

    /** How far above the other, in the form that is easier to grasp. */
    private static String ratio(double above) {
        return above < FEW_TIMES ? Quantity.percent(above) : Quantity.number(1 + above) + " times";
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quorate.model.Scenario;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Verdict;
import org.quorate.study.result.Verdict.Basis;
import org.quorate.study.result.Verdict.Outcome;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;

/**
 * Finds the verdict (design section 3). Immutable.
 *
 * @param scenario  whose targets
 * @param intervals over the replications
 */
record Judge(Scenario scenario, Intervals intervals) {

    /** An answer and those that it favours. */
    private record Answer(Outcome outcome, List<String> favoured) {
    }

    Verdict of(List<Measured> contenders) {
        List<Measured> candidates = contenders.stream().filter(Measured::candidate).toList();
        Basis basis = scenario.targets().isEmpty() ? Basis.FIGURES : Basis.TARGETS;
        TargetJudge targetJudge = new TargetJudge(scenario, intervals);
        List<List<TargetResult>> targets = candidates.stream().map(targetJudge::of).toList();
        List<Measured> pool = carrying(basis == Basis.TARGETS ? inQuestion(candidates, targets) : candidates);
        Contest latency = Contest.of(Figure.MIX_LATENCY, pool, intervals);
        Contest memory = Contest.of(Figure.LOCK_MEMORY, pool, intervals);
        Answer answer = basis == Basis.TARGETS ? byTargets(candidates, targets, latency, memory)
                : byFigures(candidates, latency, memory);
        VerdictText text = new VerdictText(scenario, answer.outcome(), answer.favoured(), candidates, targets, latency,
                memory);
        return new Verdict(basis, answer.outcome(), labels(candidates), answer.favoured(),
                targets.stream().flatMap(List::stream).toList(), List.of(latency.result(), memory.result()),
                text.headline(), text.reason());
    }

    /** Those that meet every target; all if fewer than two do. */
    private static List<Measured> inQuestion(List<Measured> candidates, List<List<TargetResult>> targets) {
        List<Measured> meeting = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (meetsAll(targets.get(i))) {
                meeting.add(candidates.get(i));
            }
        }
        return meeting.size() < 2 ? candidates : meeting;
    }

    private static Answer byTargets(List<Measured> candidates, List<List<TargetResult>> targets, Contest latency,
            Contest memory) {
        if (candidates.isEmpty()) {
            return new Answer(Outcome.NOTHING_TO_COMPARE, List.of());
        }
        List<Measured> meeting = new ArrayList<>();
        boolean unsure = false;
        for (int i = 0; i < candidates.size(); i++) {
            if (meetsAll(targets.get(i))) {
                meeting.add(candidates.get(i));
            } else {
                unsure |= targets.get(i).stream().noneMatch(result -> result.standing() == Standing.MISSES);
            }
        }
        if (meeting.size() > 1) {
            return byFigures(meeting, latency, memory);
        }
        if (meeting.size() == 1) {
            return new Answer(Outcome.WINNER, labels(meeting));
        }
        return new Answer(unsure ? Outcome.UNDECIDED : Outcome.NEITHER, List.of());
    }

    private static Answer byFigures(List<Measured> candidates, Contest latency, Contest memory) {
        if (candidates.size() < 2) {
            return new Answer(Outcome.NOTHING_TO_COMPARE, List.of());
        }
        if (latency.leaders().isEmpty()) {
            boolean noneCarries = candidates.stream().allMatch(candidate -> candidate.saturatedPhase().isPresent());
            return new Answer(noneCarries ? Outcome.NEITHER : Outcome.UNDECIDED, List.of());
        }
        Set<String> both = new LinkedHashSet<>(latency.leaders());
        both.retainAll(memory.leaders());
        if (both.isEmpty()) {
            Set<String> either = new LinkedHashSet<>(latency.leaders());
            either.addAll(memory.leaders());
            return new Answer(Outcome.TRADE_OFF, List.copyOf(either));
        }
        return new Answer(both.size() == 1 ? Outcome.WINNER : Outcome.TIE, List.copyOf(both));
    }

    /** Those that can carry the load; all if none can. One that cannot is no choice, however little memory it needs. */
    private static List<Measured> carrying(List<Measured> candidates) {
        List<Measured> carrying = candidates.stream().filter(c -> c.saturatedPhase().isEmpty()).toList();
        return carrying.isEmpty() ? candidates : carrying;
    }

    private static boolean meetsAll(List<TargetResult> results) {
        return results.stream().allMatch(result -> result.standing() == Standing.MEETS);
    }

    private static List<String> labels(List<Measured> contenders) {
        return contenders.stream().map(Measured::label).toList();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Verdict.FigureResult;

/**
 * Candidates compared in one figure of which less is better. Immutable.
 *
 * @param figure    MIX_LATENCY or LOCK_MEMORY
 * @param ranked    those that have the figure, the lowest mean first; of equals, in the order of the scenario
 * @param leaders   labels of the first and of all that are not significantly above it, in the order of {@code ranked}
 * @param intervals over the replications
 */
record Contest(Figure figure, List<Measured> ranked, List<String> leaders, Intervals intervals) {

    static Contest of(Figure figure, List<Measured> candidates, Intervals intervals) {
        List<Measured> ranked = new ArrayList<>(candidates.stream()
                .filter(candidate -> samples(figure, candidate).isPresent()).toList());
        ranked.sort(Comparator.comparingDouble(candidate -> intervals.of(samples(figure, candidate).get()).mean()));
        List<String> leaders = new ArrayList<>();
        for (Measured candidate : ranked) {
            Interval above = intervals.difference(samples(figure, candidate).get(), samples(figure, ranked.get(0)).get());
            if (!above.excludesZero()) {
                leaders.add(candidate.label());
            }
        }
        return new Contest(figure, List.copyOf(ranked), List.copyOf(leaders), intervals);
    }

    FigureResult result() {
        return new FigureResult(figure, leaders);
    }

    /** That label leads alone. */
    boolean wonBy(String label) {
        return leaders.equals(List.of(label));
    }

    /** The leader at that place of {@code leaders}. */
    Measured leader(int place) {
        return ranked.stream().filter(candidate -> candidate.label().equals(leaders.get(place))).findFirst().orElseThrow();
    }

    /** The figure of a ranked candidate. */
    Interval value(Measured candidate) {
        return intervals.of(samples(figure, candidate).orElseThrow());
    }

    /** How far a ranked candidate is above the first, 0 or more in its mean. */
    Interval aboveFirst(Measured candidate) {
        return intervals.difference(samples(figure, candidate).orElseThrow(),
                samples(figure, ranked.get(0)).orElseThrow());
    }

    /** All have the very same figure in every replication. */
    boolean same() {
        return ranked.stream().map(this::aboveFirst).allMatch(above -> above.mean() == 0 && above.halfWidth() == 0);
    }

    private static Optional<double[]> samples(Figure figure, Measured candidate) {
        return figure == Figure.LOCK_MEMORY ? Optional.of(candidate.lockBytes()) : candidate.mixLatency();
    }
}

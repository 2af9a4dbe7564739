// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Difference;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Interval;

/**
 * What claims ask of one comparison. Immutable.
 *
 * @param nodes       of the cluster
 * @param figures     of each contender, by its label; throughput is that of all nodes
 * @param differences over all phases, or of the phase {@code work}
 */
record PointFigures(int nodes, Map<String, Map<Figure, Interval>> figures, List<Difference> differences) {

    /** The phase that counts. */
    private static final String WORK = "work";

    PointFigures {
        figures = Map.copyOf(figures);
        differences = List.copyOf(differences);
    }

    static PointFigures of(Comparison comparison) {
        Map<String, Map<Figure, Interval>> figures = new LinkedHashMap<>();
        comparison.contenders().forEach(contender -> figures.put(contender.label(), figures(contender)));
        return new PointFigures(comparison.origin().nodes().size(), figures,
                comparison.differences().stream().filter(difference -> difference.operation().isEmpty()).toList());
    }

    private static Map<Figure, Interval> figures(ContenderResult contender) {
        Map<Figure, Interval> figures = new LinkedHashMap<>();
        contender.total().mixLatencyNanos().ifPresent(latency -> figures.put(Figure.MIX_LATENCY, latency));
        figures.put(Figure.LOCK_MEMORY, contender.total().lockBytes());
        figures.put(Figure.THROUGHPUT, contender.phase(WORK).throughput());
        return figures;
    }

    /** The relative difference of the two sides of a claim, both of this comparison, on common random numbers. */
    Optional<Interval> paired(Claim claim) {
        String first = claim.first().contender();
        String second = claim.second().contender();
        for (Difference difference : differences) {
            if (difference.figure() == claim.figure() && difference.first().equals(first) && difference.second().equals(second)) {
                return difference.relative();
            }
            if (difference.figure() == claim.figure() && difference.first().equals(second) && difference.second().equals(first)) {
                double base = figures.get(second).get(claim.figure()).mean();
                return base == 0 ? Optional.empty()
                        : Optional.of(new Interval(-difference.absolute().mean() / base, difference.absolute().halfWidth() / base));
            }
        }
        return Optional.empty();
    }

    /** The relative difference of figures of two comparisons, by the propagation of the errors of independent figures. */
    static Optional<Interval> unpaired(Claim claim, PointFigures first, PointFigures second) {
        Optional<Interval> above = first.ofANode(claim.first(), claim.figure());
        Optional<Interval> below = second.ofANode(claim.second(), claim.figure());
        if (above.isEmpty() || below.isEmpty() || above.get().mean() <= 0 || below.get().mean() <= 0) {
            return Optional.empty();
        }
        double ratio = above.get().mean() / below.get().mean();
        return Optional.of(new Interval(ratio - 1, ratio * Math.hypot(above.get().halfWidth() / above.get().mean(),
                below.get().halfWidth() / below.get().mean())));
    }

    private Optional<Interval> ofANode(Claim.Side side, Figure figure) {
        Optional<Interval> known = Optional.ofNullable(figures.get(side.contender()).get(figure));
        return figure == Figure.THROUGHPUT ? known.map(all -> new Interval(all.mean() / nodes, all.halfWidth() / nodes)) : known;
    }
}

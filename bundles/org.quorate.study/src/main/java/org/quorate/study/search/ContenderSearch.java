// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.quorate.model.FileSystemSpec;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.search.SearchResult.Outcome;
import org.quorate.study.sweep.PointStore;

/** The search of one contender in the making. Not thread-safe. */
final class ContenderSearch {

    private final SearchPlan plan;
    private final String label;
    private final Function<BigDecimal, Evaluation> begin;
    private final Bisection bisection;
    private final List<Evaluation> open = new ArrayList<>();
    private final NavigableMap<BigDecimal, SearchPoint> points = new TreeMap<>();
    private boolean unsafe;
    private int kept;
    private Optional<String> failure = Optional.empty();

    ContenderSearch(SearchPlan plan, String label, Function<BigDecimal, Evaluation> begin) {
        this.plan = plan;
        this.label = label;
        this.begin = begin;
        this.bisection = new Bisection(plan.field(), plan.tolerance());
    }

    /**
     * Evaluations that need runs; none if the search is over. Values that are wanted together are taken in together, so that the
     * result does not depend on which was there first.
     */
    List<Evaluation> next(PointStore store) {
        while (failure.isEmpty()) {
            if (open.isEmpty()) {
                bisection.wanted().forEach(value -> open.add(begin.apply(value)));
            }
            if (open.isEmpty()) {
                return List.of();
            }
            List<Evaluation> undecided = open.stream().filter(evaluation -> !evaluation.decided(store)).toList();
            if (!undecided.isEmpty()) {
                return undecided;
            }
            open.forEach(this::take);
            open.clear();
        }
        return List.of();
    }

    private void take(Evaluation evaluation) {
        if (evaluation.failure().isPresent()) {
            failure = failure.or(evaluation::failure);
            return;
        }
        points.put(evaluation.value(), evaluation.point());
        kept += evaluation.kept() ? 1 : 0;
        unsafe |= evaluation.figures().unsafe();
        bisection.tell(evaluation.value(), evaluation.standing());
    }

    /** Evaluated values that were kept from before. */
    int kept() {
        return kept;
    }

    /** About how many runs there will be after those of the next round. */
    int runsLater() {
        if (failure.isPresent() || open.isEmpty()) {
            return 0;
        }
        int evaluations = 2 + plan.field().halvings(plan.tolerance());
        return Math.max(0, evaluations - points.size() - open.size()) * plan.base().study().replications();
    }

    SearchResult result() {
        FileSystemSpec spec = plan.base().fileSystems().stream().filter(known -> known.label().equals(label)).findFirst().orElseThrow();
        List<SearchPoint> rising = List.copyOf(points.values());
        if (failure.isPresent()) {
            return new SearchResult(label, FileSystemKind.of(spec), unsafe, Outcome.FAILED, Optional.empty(), Optional.empty(), List.of(),
                    List.of(), rising, failure);
        }
        Bisection.Turn turn = bisection.turn();
        List<SearchPoint> ordered = new ArrayList<>();
        bisection.order().forEach(value -> ordered.add(points.get(value)));
        return new SearchResult(label, FileSystemKind.of(spec), unsafe, outcome(turn), turn.meets().map(plan.field()::text),
                turn.misses().map(plan.field()::text), turn.undecided().stream().map(plan.field()::text).toList(),
                new Monotony(ordered).violations(), rising, Optional.empty());
    }

    private Outcome outcome(Bisection.Turn turn) {
        if (points.values().stream().allMatch(point -> point.standing() == Standing.MEETS)) {
            return Outcome.ALL_MEET;
        }
        if (points.values().stream().allMatch(point -> point.standing() == Standing.MISSES)) {
            return Outcome.NONE_MEETS;
        }
        return turn.meets().isEmpty() || turn.misses().isEmpty() || !turn.undecided().isEmpty() ? Outcome.UNDECIDED
                : bisection.falling() ? Outcome.SMALLEST : Outcome.LARGEST;
    }
}

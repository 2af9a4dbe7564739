// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.sweep.NumericField;
import org.quorate.study.sweep.NumericField.Tolerance;

/**
 * Looks for the value of a field at which the standing turns. Both ends first; if they are alike, the middle too, as a check that
 * it does not turn in between. Then the gap between what meets and what misses is halved; where a value is not decided, the gaps
 * on both of its sides. Not thread-safe.
 */
final class Bisection {

    private final NumericField field;
    private final Tolerance tolerance;
    private final NavigableMap<BigDecimal, Standing> known = new TreeMap<>();

    Bisection(NumericField field, Tolerance tolerance) {
        this.field = field;
        this.tolerance = tolerance;
    }

    /**
     * What is known of the place where it turns.
     *
     * @param meets     the outermost value that meets, all evaluated ones before it do
     * @param undecided the first and the last of values behind it that are not decided; empty or two
     * @param misses    the first value behind these that misses
     */
    record Turn(Optional<BigDecimal> meets, List<BigDecimal> undecided, Optional<BigDecimal> misses) {
    }

    /** A value was evaluated. */
    void tell(BigDecimal value, Standing standing) {
        known.put(value, standing);
    }

    /** Values to evaluate next, none if there is nothing more to be found. */
    List<BigDecimal> wanted() {
        List<BigDecimal> ends = List.of(field.low(), field.high()).stream().filter(end -> !known.containsKey(end)).toList();
        if (!ends.isEmpty()) {
            return ends;
        }
        if (alike()) {
            return known.size() > 2 ? List.of() : field.between(field.low(), field.high(), tolerance).map(List::of).orElse(List.of());
        }
        Turn turn = turn();
        List<BigDecimal> wanted = new ArrayList<>();
        Optional<BigDecimal> nearest = turn.undecided().stream().findFirst();
        Optional<BigDecimal> furthest = turn.undecided().stream().reduce((one, next) -> next);
        if (turn.meets().isPresent() && (nearest.isPresent() || turn.misses().isPresent())) {
            between(turn.meets().get(), nearest.or(turn::misses).orElseThrow()).ifPresent(wanted::add);
        }
        if (furthest.isPresent() && turn.misses().isPresent()) {
            between(furthest.get(), turn.misses().get()).ifPresent(wanted::add);
        }
        return wanted;
    }

    /** All that is known is alike. */
    private boolean alike() {
        return known.values().stream().distinct().count() == 1;
    }

    private Optional<BigDecimal> between(BigDecimal one, BigDecimal other) {
        return field.between(one.min(other), one.max(other), tolerance).filter(value -> !known.containsKey(value));
    }

    /** It meets at the upper end rather than at the lower: the more the better. */
    boolean falling() {
        Standing low = known.get(field.low());
        Standing high = known.get(field.high());
        return low == Standing.MISSES && high != Standing.MISSES || low == Standing.NEITHER && high == Standing.MEETS;
    }

    /** From the side that meets to the side that misses. */
    List<BigDecimal> order() {
        List<BigDecimal> order = new ArrayList<>(known.keySet());
        if (falling()) {
            Collections.reverse(order);
        }
        return order;
    }

    Turn turn() {
        List<BigDecimal> order = order();
        int at = 0;
        boolean any = known.containsValue(Standing.MEETS);
        while (any && known.get(order.get(at)) != Standing.MEETS) {
            at++;
        }
        Optional<BigDecimal> meets = Optional.empty();
        while (at < order.size() && known.get(order.get(at)) == Standing.MEETS) {
            meets = Optional.of(order.get(at++));
        }
        List<BigDecimal> undecided = new ArrayList<>();
        while (at < order.size() && known.get(order.get(at)) == Standing.NEITHER) {
            undecided.add(order.get(at++));
        }
        Optional<BigDecimal> misses = at < order.size() && known.get(order.get(at)) == Standing.MISSES
                ? Optional.of(order.get(at)) : Optional.empty();
        return new Turn(meets, undecided.isEmpty() ? List.of() : List.of(undecided.get(0), undecided.get(undecided.size() - 1)), misses);
    }
}

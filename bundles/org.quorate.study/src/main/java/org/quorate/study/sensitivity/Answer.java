// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sensitivity;

import java.util.Optional;
import java.util.OptionalDouble;
import org.quorate.study.map.MapFigure;
import org.quorate.study.result.Interval;
import org.quorate.study.sweep.PointContender;
import org.quorate.study.sweep.SweepPoint;

/**
 * What the comparison says at one point. Immutable.
 *
 * @param verdict headline; of a point whose run failed, how it failed
 * @param failed  a run failed: there are no figures, and nothing is known of the input
 * @param first   figure of the one contender, nanoseconds or bytes; absent if it cannot carry the load or has none
 * @param second  figure of the other
 */
public record Answer(String verdict, boolean failed, Optional<Interval> first, Optional<Interval> second) {

    static Answer of(SweepPoint point, MapFigure figure, String first, String second) {
        return new Answer(point.outcome().map(outcome -> outcome.headline()).orElseGet(() -> "failed: " + point.failure().orElse("")),
                point.outcome().isEmpty(), value(point, figure, first), value(point, figure, second));
    }

    private static Optional<Interval> value(SweepPoint point, MapFigure figure, String label) {
        return point.contender(label).filter(contender -> contender.saturated().isEmpty()).flatMap((PointContender contender) ->
                figure.value(contender));
    }

    /** The first as a multiple of the second; absent if either has no figure, or the second is 0. */
    public OptionalDouble ratio() {
        return first.isPresent() && second.isPresent() && second.get().mean() > 0
                ? OptionalDouble.of(first.get().mean() / second.get().mean()) : OptionalDouble.empty();
    }
}

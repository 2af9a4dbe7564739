// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sensitivity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.quorate.study.result.Interval;
import org.quorate.study.sweep.FieldSpread;

/**
 * How far one input moves the answer; an end whose run failed says nothing of it. Immutable.
 *
 * @param spread    values of the input
 * @param low       answer with the value below; absent if that value was not tried
 * @param high      answer with the value above; absent if that value was not tried
 * @param size      the largest change of a contender's figure or of their ratio, as a factor of 1 or more; 1: nothing changes
 * @param lost      a contender has its figure only at some of the three points: it cannot carry the load at the others
 * @param verdict   the verdict is another one at one of the ends
 * @param certain   at one of the ends the interval of a figure does not touch that of the scenario as it is; what two points have in
 *                  common by their random numbers is not taken off, so that this errs on the safe side
 */
public record Swing(FieldSpread spread, Optional<Answer> low, Optional<Answer> high, double size, boolean lost, boolean verdict, boolean certain) {

    static Swing of(FieldSpread spread, Optional<Answer> low, Optional<Answer> high, Answer base) {
        List<Answer> ends = base.failed() ? List.of() : Stream.concat(low.stream(), high.stream()).filter(end -> !end.failed()).toList();
        double size = ends.stream().mapToDouble(end -> Math.max(factor(base.ratio(), end.ratio()),
                Math.max(factor(mean(base.first()), mean(end.first())), factor(mean(base.second()), mean(end.second()))))).max().orElse(1);
        boolean lost = ends.stream().anyMatch(end -> end.first().isPresent() != base.first().isPresent()
                || end.second().isPresent() != base.second().isPresent());
        return new Swing(spread, low, high, size, lost, ends.stream().anyMatch(end -> !end.verdict().equals(base.verdict())),
                ends.stream().anyMatch(end -> apart(base.first(), end.first()) || apart(base.second(), end.second())));
    }

    /** Both values were tried and neither run failed. */
    public boolean whole() {
        return Stream.of(low, high).allMatch(end -> end.filter(answer -> !answer.failed()).isPresent());
    }

    private static OptionalDouble mean(Optional<Interval> figure) {
        return figure.map(known -> OptionalDouble.of(known.mean())).orElseGet(OptionalDouble::empty);
    }

    private static double factor(OptionalDouble base, OptionalDouble end) {
        if (base.isEmpty() || end.isEmpty() || base.getAsDouble() <= 0 || end.getAsDouble() <= 0) {
            return 1;
        }
        return Math.max(base.getAsDouble() / end.getAsDouble(), end.getAsDouble() / base.getAsDouble());
    }

    private static boolean apart(Optional<Interval> base, Optional<Interval> end) {
        return base.isPresent() != end.isPresent()
                || base.isPresent() && (base.get().high() < end.get().low() || end.get().high() < base.get().low());
    }
}

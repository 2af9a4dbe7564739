// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.OptionalDouble;

/**
 * A figure, predicted and actual. Immutable.
 *
 * @param predicted mean over the replications; absent: the simulator does not say
 * @param actual    absent: the node did not say
 * @param ratio     predicted over actual; absent if one of them is, if the actual one is 0, or if they do not mean the same
 */
public record Pair(OptionalDouble predicted, OptionalDouble actual, OptionalDouble ratio) {

    /** Of two figures that mean the same. */
    static Pair of(OptionalDouble predicted, OptionalDouble actual) {
        boolean known = predicted.isPresent() && actual.isPresent() && actual.getAsDouble() > 0;
        return new Pair(predicted, actual, known ? OptionalDouble.of(predicted.getAsDouble() / actual.getAsDouble()) : OptionalDouble.empty());
    }

    /** Of an actual figure that has more in it than what is predicted. */
    Pair withoutRatio() {
        return new Pair(predicted, actual, OptionalDouble.empty());
    }
}

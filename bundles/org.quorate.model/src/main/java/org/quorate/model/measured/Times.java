// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.measured;

import java.util.Optional;

/**
 * Times that were measured, in nanoseconds. Immutable.
 *
 * @param samples        how many, 1 or more
 * @param meanNanos      mean
 * @param errorNanos     standard error of the mean, as if samples did not depend on each other; absent: one sample does not tell
 * @param deviationNanos standard deviation, 0 or more; absent: not known
 * @param leastNanos     shortest; absent, as those that follow: not known, because each time was measured together with another one
 * @param medianNanos    half of them are no longer
 * @param p99Nanos       99 of 100 are no longer; of fewer than 100 samples the longest
 * @param mostNanos      longest
 */
public record Times(long samples, double meanNanos, Optional<Double> errorNanos, Optional<Double> deviationNanos,
        Optional<Double> leastNanos, Optional<Double> medianNanos, Optional<Double> p99Nanos, Optional<Double> mostNanos) {

    /** Times that were measured one by one; the deviation of a single one does not count. */
    public static Times single(long samples, double meanNanos, Optional<Double> deviationNanos, Optional<Double> leastNanos,
            Optional<Double> medianNanos, Optional<Double> p99Nanos, Optional<Double> mostNanos) {
        Optional<Double> deviation = deviationNanos.filter(known -> samples > 1);
        Optional<Double> error = deviation.map(known -> known / Math.sqrt(samples));
        return new Times(samples, meanNanos, error, deviation, leastNanos, medianNanos, p99Nanos, mostNanos);
    }

    /** Times of which only mean and deviation are known, the mean with an error of its own. */
    public static Times together(long samples, double meanNanos, double errorNanos, double deviationNanos) {
        return new Times(samples, meanNanos, Optional.of(errorNanos), Optional.of(deviationNanos), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /** The mean lies within so much of the true one in about 95 of 100 measurements: two standard errors; absent: not known. */
    public Optional<Double> margin() {
        return errorNanos.map(error -> 2 * error);
    }
}

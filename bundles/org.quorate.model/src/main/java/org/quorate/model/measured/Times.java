// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.measured;

/**
 * Times that were measured, in nanoseconds. Immutable.
 *
 * @param samples        how many, 1 or more
 * @param meanNanos      mean
 * @param deviationNanos standard deviation, 0 or more
 * @param leastNanos     shortest
 * @param medianNanos    half of them are no longer
 * @param p99Nanos       99 of 100 are no longer; of fewer than 100 samples the longest
 * @param mostNanos      longest
 */
public record Times(long samples, double meanNanos, double deviationNanos, double leastNanos, double medianNanos, double p99Nanos,
        double mostNanos) {

    /** Standard error of the mean, as if samples did not depend on each other. */
    public double error() {
        return deviationNanos / Math.sqrt(samples);
    }

    /** The mean lies within so much of the true one in about 95 of 100 measurements: two standard errors. */
    public double margin() {
        return 2 * error();
    }
}

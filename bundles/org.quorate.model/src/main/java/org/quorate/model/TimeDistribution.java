// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.time.Duration;

/**
 * A distribution of times (think time, service time, network delay). Immutable, thread-safe.
 *
 * @param shape constant, exponential or log-normal
 * @param mean  the mean, 0 or more
 * @param variation coefficient of variation (standard deviation over mean), 0 or more; read only for LOGNORMAL
 */
public record TimeDistribution(Shape shape, Duration mean, double variation) {

    /** The family. In YAML in lower case. */
    public enum Shape { CONSTANT, EXPONENTIAL, LOGNORMAL }

    /**
     * Largest coefficient of variation that a scenario has, of times and of sizes of files alike. The mean of n such values is uncertain
     * by 10 over the root of n: with more, that of 10 000 would be uncertain by more than 10 %, and runs say little.
     */
    public static final double MOST_VARIATION = 10;

    public static final TimeDistribution NONE = constant(Duration.ZERO);

    public static TimeDistribution constant(Duration mean) {
        return new TimeDistribution(Shape.CONSTANT, mean, 0);
    }

    public static TimeDistribution exponential(Duration mean) {
        return new TimeDistribution(Shape.EXPONENTIAL, mean, 1);
    }

    public static TimeDistribution lognormal(Duration mean, double variation) {
        return new TimeDistribution(Shape.LOGNORMAL, mean, variation);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

/**
 * A figure estimated over independent replications: mean and half width of its two-sided confidence interval, in the
 * unit of the figure. Immutable, thread-safe.
 *
 * @param mean      the estimate, finite
 * @param halfWidth 0 or more, finite; 0 if every replication gave the same value
 */
public record Interval(double mean, double halfWidth) {

    public Interval {
        if (!Double.isFinite(mean) || !Double.isFinite(halfWidth) || halfWidth < 0) {
            throw new IllegalArgumentException("not an interval: " + mean + " ± " + halfWidth);
        }
    }

    /** A figure that is known, not estimated. */
    public static Interval exactly(double value) {
        return new Interval(value, 0);
    }

    /** Lower end. */
    public double low() {
        return mean - halfWidth;
    }

    /** Upper end. */
    public double high() {
        return mean + halfWidth;
    }

    /** True if 0 lies outside: a difference with such an interval is significant. */
    public boolean excludesZero() {
        return low() > 0 || high() < 0;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.time.Duration;
import org.quorate.model.TimeDistribution;

/** What tasks do between operations other than work on files. Used by one thread. */
final class Pauses {

    private static final double MOST_VARIATION = 10;
    /** Where an exponential distribution, of variation 1, says the same in fewer words. */
    private static final double NEARLY_EXPONENTIAL = 0.2;
    private static final double NEARLY_CONSTANT = 0.1;
    private static final long LONGEST_NANOS = Duration.ofHours(1).toNanos();

    private long operations;
    private double sum;
    private double squares;

    /** A pause before operations that ended together. */
    void add(long nanos, long number) {
        double each = (double) nanos / number;
        operations += number;
        sum += nanos;
        squares += each * each * number;
    }

    TimeDistribution thinkTime() {
        if (operations == 0 || sum == 0) {
            return TimeDistribution.NONE;
        }
        double mean = sum / operations;
        double variation = StrictMath.sqrt(Math.max(0, squares / operations - mean * mean)) / mean;
        Duration time = Duration.ofNanos(Math.min(LONGEST_NANOS, rounded(mean)));
        if (time.isZero() || variation < NEARLY_CONSTANT) {
            return TimeDistribution.constant(time);
        }
        return Math.abs(variation - 1) <= NEARLY_EXPONENTIAL ? TimeDistribution.exponential(time)
                : TimeDistribution.lognormal(time, Math.round(100 * Math.min(MOST_VARIATION, variation)) / 100.0);
    }

    /** To three digits. */
    private static long rounded(double nanos) {
        long unit = 1;
        while (nanos / unit >= 1000) {
            unit *= 10;
        }
        return Math.round(nanos / unit) * unit;
    }
}

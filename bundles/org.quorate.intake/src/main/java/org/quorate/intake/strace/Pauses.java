// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import java.time.Duration;
import org.quorate.intake.Fitted;
import org.quorate.model.TimeDistribution;

/** What tasks do between operations other than work on files. Used by one thread. */
final class Pauses {

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
        double used = Math.min(LONGEST_NANOS, mean);
        Duration time = Duration.ofNanos(Fitted.threeDigits(used));
        if (time.isZero() || variation < NEARLY_CONSTANT) {
            return TimeDistribution.constant(time);
        }
        return Math.abs(variation - 1) <= NEARLY_EXPONENTIAL ? TimeDistribution.exponential(time)
                : Fitted.times(used, variation);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.diff;

import org.apache.commons.math3.distribution.TDistribution;
import org.quorate.study.result.Interval;

/**
 * The difference of two means whose replications are not paired and whose spreads need not be the same (B. L. Welch, "The generalization
 * of 'Student's' problem when several different population variances are involved", Biometrika 34, 1947). The spread of the replications
 * is had back from the half width: that is Student's quantile times the standard error. Pure functions.
 */
final class Welch {

    private Welch() {
    }

    /**
     * A mean over replications.
     *
     * @param interval     its Student interval
     * @param replications behind it, at least 2
     * @param confidence   of the interval, 0 to 1
     */
    record Sample(Interval interval, int replications, double confidence) {

        private double degrees() {
            return replications - 1.0;
        }

        /** Of the mean, squared. */
        private double variance() {
            double error = interval.halfWidth() == 0 ? 0 : interval.halfWidth() / quantile(confidence, degrees());
            return error * error;
        }
    }

    /** second − first with its interval; of half width 0 if neither varies. */
    static Interval difference(Sample first, Sample second, double confidence) {
        double difference = second.interval().mean() - first.interval().mean();
        double one = first.variance();
        double two = second.variance();
        if (one + two == 0) {
            return Interval.exactly(difference);
        }
        // Welch-Satterthwaite.
        double degrees = (one + two) * (one + two) / (one * one / first.degrees() + two * two / second.degrees());
        return new Interval(difference, quantile(confidence, degrees) * Math.sqrt(one + two));
    }

    private static double quantile(double confidence, double degrees) {
        return new TDistribution(null, degrees).inverseCumulativeProbability((1 + confidence) / 2);
    }
}

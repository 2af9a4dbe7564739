// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.Optional;
import org.quorate.sim.output.Estimate;
import org.quorate.sim.output.PairedDifference;
import org.quorate.study.result.Interval;

/**
 * Intervals of one confidence over replications (Student's t). Immutable.
 *
 * @param confidence 0 to 1
 */
record Intervals(double confidence) {

    /** The mean of one finite number a replication, at least two of them. */
    Interval of(double[] samples) {
        return interval(Estimate.ofReplications(samples, confidence));
    }

    /** first − second, paired by replication. */
    Interval difference(double[] first, double[] second) {
        return interval(PairedDifference.of(second, first, confidence).difference());
    }

    /**
     * {@link #difference} as a share of the mean of {@code second}, so that it never points the other way; absent if that
     * mean is 0.
     */
    Optional<Interval> relativeDifference(double[] first, double[] second) {
        double base = Math.abs(of(second).mean());
        Interval absolute = difference(first, second);
        return base == 0 ? Optional.empty()
                : Optional.of(new Interval(absolute.mean() / base, absolute.halfWidth() / base));
    }

    private static Interval interval(Estimate estimate) {
        return new Interval(estimate.mean(), estimate.halfWidth());
    }
}

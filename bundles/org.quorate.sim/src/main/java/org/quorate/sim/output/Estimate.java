// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim.output;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.quorate.sim.LatencyRecorder;

/**
 * A mean with its confidence interval.
 *
 * @param mean       the point estimate
 * @param low        lower end of the interval, {@code -Infinity} if one sample says nothing about the spread
 * @param high       upper end, {@code +Infinity} likewise
 * @param confidence the probability with which such intervals cover the truth, between 0 and 1
 * @param samples    the number of independent samples behind it, at least 1
 */
public record Estimate(double mean, double low, double high, double confidence, int samples) {
    /** Checks the values. */
    public Estimate {
        requireConfidence(confidence);
        if (samples < 1 || !(low <= mean && mean <= high)) {
            throw new IllegalArgumentException("not an estimate: " + mean + " in [" + low + ", " + high + "] of "
                    + samples + " samples");
        }
    }

    /**
     * The mean of independent samples (Student's t): one number a replication.
     *
     * @param samples    at least one finite number; one alone gives an unbounded interval, equal ones an interval of width 0
     * @param confidence between 0 and 1, such as 0.95
     */
    public static Estimate ofReplications(double[] samples, double confidence) {
        requireConfidence(confidence);
        SummaryStatistics statistics = new SummaryStatistics();
        for (double sample : samples) {
            if (!Double.isFinite(sample)) {
                throw new IllegalArgumentException("not a finite sample: " + sample);
            }
            statistics.addValue(sample);
        }
        if (samples.length == 0) {
            throw new IllegalArgumentException("no samples");
        }
        double mean = statistics.getMean();
        if (samples.length == 1) {
            return new Estimate(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, confidence, 1);
        }
        if (statistics.getMin() == statistics.getMax()) {
            // Exactly, without the rounding of the running mean.
            return new Estimate(samples[0], samples[0], samples[0], confidence, samples.length);
        }
        double quantile = new TDistribution(null, samples.length - 1).inverseCumulativeProbability((1 + confidence) / 2);
        double half = quantile * statistics.getStandardDeviation() / Math.sqrt(samples.length);
        return new Estimate(mean, mean - half, mean + half, confidence, samples.length);
    }

    /**
     * A percentile: of each replication one, their mean with its interval.
     *
     * @param replications one recorder a replication; those without a latency are left out, at least one has some
     * @param percent      from 0 to 100
     */
    public static Estimate ofPercentile(List<LatencyRecorder> replications, double percent, double confidence) {
        double[] samples = replications.stream().filter(recorder -> recorder.count() > 0)
                .mapToDouble(recorder -> recorder.percentile(percent)).toArray();
        return ofReplications(samples, confidence);
    }

    /** Whether the interval says anything: false for one sample. */
    public boolean bounded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** Whether the interval covers the value. */
    public boolean covers(double value) {
        return low <= value && value <= high;
    }

    /** Half the width of the interval, infinite if unbounded. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    static void requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1, not " + confidence);
        }
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import org.HdrHistogram.Histogram;

/**
 * A distribution of latencies: an HdrHistogram of 3 significant digits from 1 ns to 1 h. Longer ones count as 1 h. Count,
 * mean and maximum are exact. Memory follows the largest value seen, up to 270 kB; after that recording allocates nothing.
 */
public final class LatencyRecorder {
    /** The largest latency told apart: one hour in nanoseconds. */
    public static final long LIMIT_NANOS = 3_600_000_000_000L;
    private static final int DIGITS = 3;

    private final Histogram histogram = new Histogram(DIGITS);
    private double sum;
    private long max;

    /**
     * Counts one latency.
     *
     * @param nanos not negative
     */
    public void record(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException("a latency is not negative: " + nanos + " ns");
        }
        long value = Math.min(nanos, LIMIT_NANOS);
        histogram.recordValue(value);
        sum += value;
        max = Math.max(max, value);
    }

    /** How many latencies were recorded. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** Their mean in nanoseconds, 0 if there is none. */
    public double mean() {
        return count() == 0 ? 0 : sum / count();
    }

    /**
     * The smallest value that at least so many percent do not exceed, to 3 digits; 0 if nothing was recorded.
     *
     * @param percent from 0 to 100
     */
    public long percentile(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile is from 0 to 100, not " + percent);
        }
        return count() == 0 ? 0 : Math.min(histogram.getValueAtPercentile(percent), max);
    }

    /** The longest latency in nanoseconds, 0 if there is none. */
    public long max() {
        return max;
    }

    /** The histogram as it is now, independent of this recorder. */
    public Histogram copy() {
        return histogram.copy();
    }

    /** Counts all latencies of another recorder too. */
    public void add(LatencyRecorder other) {
        histogram.add(other.histogram);
        sum += other.sum;
        max = Math.max(max, other.max);
    }

    /** Forgets everything; the memory is kept. */
    public void reset() {
        histogram.reset();
        sum = 0;
        max = 0;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

import java.util.Arrays;

/**
 * Latency of the operations of a phase by when they began, over bins of equal length from the start of the phase, warm-up included:
 * what tells whether the phase was steady. The arrays are shared, and not changed by anybody.
 *
 * @param leftOutNanos how much of the phase is its warm-up
 * @param binNanos     length of a bin; 0 if the phase ends with its work, and has no bins
 * @param counts       operations of each bin, of all kinds
 * @param sumNanos     their latencies together
 */
public record LatencySeries(long leftOutNanos, long binNanos, long[] counts, long[] sumNanos) {

    /** Bins of a phase. */
    public static final int BINS = 800;

    /** Of a phase that ends with its work. */
    public static final LatencySeries NONE = new LatencySeries(0, 0, new long[0], new long[0]);

    /** The operations of two runs of one phase together. */
    public LatencySeries plus(LatencySeries other) {
        if (other.binNanos == 0) {
            return this;
        }
        if (binNanos == 0) {
            return other;
        }
        long[] newCounts = counts.clone();
        long[] newSums = sumNanos.clone();
        Arrays.setAll(newCounts, i -> counts[i] + other.counts[i]);
        Arrays.setAll(newSums, i -> sumNanos[i] + other.sumNanos[i]);
        return new LatencySeries(leftOutNanos, binNanos, newCounts, newSums);
    }

    /** Bins twice as long; an odd last one is left out. */
    public LatencySeries halved() {
        long[] newCounts = new long[counts.length / 2];
        long[] newSums = new long[counts.length / 2];
        Arrays.setAll(newCounts, i -> counts[2 * i] + counts[2 * i + 1]);
        Arrays.setAll(newSums, i -> sumNanos[2 * i] + sumNanos[2 * i + 1]);
        return new LatencySeries(leftOutNanos, 2 * binNanos, newCounts, newSums);
    }

    /** No operation began in some bin. */
    public boolean hasGaps() {
        return Arrays.stream(counts).anyMatch(count -> count == 0);
    }

    /** Mean latency of each bin, in nanoseconds; there are no gaps. */
    public double[] means() {
        double[] means = new double[counts.length];
        Arrays.setAll(means, i -> (double) sumNanos[i] / counts[i]);
        return means;
    }

    /** Mean latency of all operations that began at a time of the phase or later; 0 if there are none. */
    public double meanFrom(long nanos) {
        int first = (int) ((nanos + binNanos - 1) / binNanos);
        long count = Arrays.stream(counts).skip(first).sum();
        return count == 0 ? 0 : (double) Arrays.stream(sumNanos).skip(first).sum() / count;
    }
}

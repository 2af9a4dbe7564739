// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import org.quorate.model.Bytes;
import org.quorate.model.SizeDistribution;
import org.quorate.model.TimeDistribution;

/**
 * Mean and variance of the logarithms of sizes, in five numbers. Sizes of 0 have no logarithm and are counted apart. Used by one
 * thread.
 */
public final class LogMoments {

    private long zeros;
    private long count;
    private double sum;
    private double logs;
    private double squares;

    /** Counts one. */
    public void add(long size) {
        if (size <= 0) {
            zeros++;
            return;
        }
        double log = StrictMath.log(size);
        count++;
        sum += size;
        logs += log;
        squares += log * log;
    }

    /** Counts all that the other one has counted. */
    public void add(LogMoments other) {
        zeros += other.zeros;
        count += other.count;
        sum += other.sum;
        logs += other.logs;
        squares += other.squares;
    }

    /** Sizes counted that are more than 0. */
    public long count() {
        return count;
    }

    /** Sizes of 0. */
    public long zeros() {
        return zeros;
    }

    /** All sizes together. */
    public double sum() {
        return sum;
    }

    /** Mean of the logarithms. */
    double mu() {
        return logs / count;
    }

    private double variance() {
        return Math.max(0, squares / count - mu() * mu());
    }

    /** Variance of the logarithms that the model can have. */
    double usedVariance() {
        return cut() ? StrictMath.log1p(TimeDistribution.MOST_VARIATION * TimeDistribution.MOST_VARIATION) : variance();
    }

    /** The variation is larger than the model's most. */
    boolean cut() {
        return count > 0 && variation() > TimeDistribution.MOST_VARIATION;
    }

    private double variation() {
        return StrictMath.sqrt(StrictMath.expm1(variance()));
    }

    /**
     * The log-normal distribution with these moments; with the same median, but the model's largest variation where it would be larger
     * still; constant where sizes do not differ, and of 0 where there is none.
     */
    public SizeDistribution distribution() {
        if (count == 0) {
            return SizeDistribution.constant(Bytes.ZERO);
        }
        if (variation() < Fitted.LEAST_VARIATION) {
            return SizeDistribution.constant(new Bytes(Math.round(sum / count)));
        }
        return Fitted.sizes(rounded(StrictMath.exp(mu() + usedVariance() / 2)), variation());
    }

    /** To about three digits, as people write sizes. */
    private static Bytes rounded(double size) {
        long unit = 1;
        while (size / unit >= 100 * 1024) {
            unit *= 1024;
        }
        return new Bytes(Math.max(1, Math.round(size / unit) * unit));
    }
}

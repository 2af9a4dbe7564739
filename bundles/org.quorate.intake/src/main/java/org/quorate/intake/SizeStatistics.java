// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import org.quorate.model.Bytes;
import org.quorate.model.SizeDistribution;
import org.quorate.model.TimeDistribution;

/**
 * Sizes, counted one by one in little memory, and the log-normal distribution that fits them: the one whose logarithms have the
 * mean and the variance of theirs. Sizes of 0 have no logarithm and are counted apart. Used by one thread.
 */
public final class SizeStatistics {

    /** Steps of a histogram by which the fit is judged, to an octave. */
    private static final int STEPS = 16;
    /** Largest size, 2^50 bytes, of a file (the model's own limit). */
    private static final int OCTAVES = 51;
    /** Most of the model (coefficient of variation). */
    private static final double MOST_VARIATION = 10;
    /** Below it all sizes are one. */
    private static final double LEAST_VARIATION = 0.005;
    private static final double GOOD = 0.05;
    private static final double FAIR = 0.10;

    private final int[] histogram = new int[STEPS * OCTAVES];
    private long zeros;
    private long count;
    private double bytes;
    private double logs;
    private double squares;

    /**
     * The fit.
     *
     * @param distribution   what the model gets
     * @param distance       largest difference of the two cumulative distributions (Kolmogorov and Smirnov), 0 to 1
     * @param cut            the variation was larger than the model's largest; the median was kept
     * @param countedMean    mean size as counted, without those of 0
     */
    public record Fit(SizeDistribution distribution, double distance, boolean cut, double countedMean) {

        /** How good it is, for people. */
        public String words() {
            if (distribution.shape() == TimeDistribution.Shape.CONSTANT) {
                return "all the same";
            }
            String judgement = distance <= GOOD ? "good" : distance <= FAIR ? "fair" : "poor, the sizes are not log-normal";
            return String.format(java.util.Locale.ROOT, "counted mean %.0f B, fit %s (Kolmogorov-Smirnov distance %.3f)%s", countedMean,
                    judgement, distance, cut ? ", variation cut to the model's 1000 %" : "");
        }
    }

    /** Counts one, of 0 to 2^50 bytes. */
    public void add(long size) {
        if (size <= 0) {
            zeros++;
            return;
        }
        double log = StrictMath.log(size);
        count++;
        bytes += size;
        logs += log;
        squares += log * log;
        histogram[Math.min(histogram.length - 1, (int) (log / StrictMath.log(2) * STEPS))]++;
    }

    /** Counts all that the other one has counted. */
    public void add(SizeStatistics other) {
        zeros += other.zeros;
        count += other.count;
        bytes += other.bytes;
        logs += other.logs;
        squares += other.squares;
        for (int i = 0; i < histogram.length; i++) {
            histogram[i] += other.histogram[i];
        }
    }

    /** Sizes counted that are more than 0. */
    public long count() {
        return count;
    }

    /** Sizes of 0. */
    public long zeros() {
        return zeros;
    }

    /** All bytes. */
    public double bytes() {
        return bytes;
    }

    /** The distribution; constant where the sizes do not differ, and of 0 where there is none. */
    public Fit fit() {
        if (count == 0) {
            return new Fit(SizeDistribution.constant(Bytes.ZERO), 0, false, 0);
        }
        double mu = logs / count;
        double variance = Math.max(0, squares / count - mu * mu);
        double variation = StrictMath.sqrt(StrictMath.expm1(variance));
        if (variation < LEAST_VARIATION) {
            return new Fit(SizeDistribution.constant(new Bytes(Math.round(bytes / count))), 0, false, bytes / count);
        }
        boolean cut = variation > MOST_VARIATION;
        double used = cut ? StrictMath.log1p(MOST_VARIATION * MOST_VARIATION) : variance;
        Bytes mean = rounded(StrictMath.exp(mu + used / 2));
        double percent = Math.max(1, Math.round(100 * Math.min(variation, MOST_VARIATION))) / 100.0;
        return new Fit(new SizeDistribution(TimeDistribution.Shape.LOGNORMAL, mean, percent),
                distance(mu, StrictMath.sqrt(used)), cut, bytes / count);
    }

    private double distance(double mu, double sigma) {
        double largest = 0;
        long below = 0;
        for (int i = 0; i < histogram.length; i++) {
            below += histogram[i];
            double edge = (i + 1) * StrictMath.log(2) / STEPS;
            largest = Math.max(largest, Math.abs((double) below / count - Normal.cumulative((edge - mu) / sigma)));
        }
        return largest;
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

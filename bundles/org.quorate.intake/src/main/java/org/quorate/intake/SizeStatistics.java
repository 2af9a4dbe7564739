// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.util.Locale;
import org.quorate.model.SizeDistribution;
import org.quorate.model.TimeDistribution;

/**
 * Sizes, counted one by one in little memory, and the log-normal distribution that fits them: the one whose logarithms have the
 * mean and the variance of theirs, with a judgement. Used by one thread.
 */
public final class SizeStatistics {

    /** Steps of the histogram that the fit is judged by, to an octave. */
    private static final int STEPS = 16;
    /** Largest size, 2^50 bytes, of a file (the model's own limit). */
    private static final int OCTAVES = 51;
    /** Below it even a true log-normal sample is often 0.15 away (Lilliefors' limit is 0.886 over the root of the number). */
    private static final int LEAST_JUDGED = 30;
    private static final double GOOD = 0.05;
    private static final double FAIR = 0.10;

    private final LogMoments moments = new LogMoments();
    private final int[] histogram = new int[STEPS * OCTAVES];

    /**
     * The fit.
     *
     * @param distribution what the model gets
     * @param distance     largest difference of the two cumulative distributions (Kolmogorov and Smirnov), 0 to 1
     * @param cut          the variation was larger than the model's largest; the median was kept
     * @param countedMean  mean size as counted, without those of 0
     * @param count        sizes that were more than 0
     */
    public record Fit(SizeDistribution distribution, double distance, boolean cut, double countedMean, long count) {

        /** How good it is, for people. */
        public String words() {
            if (distribution.shape() == TimeDistribution.Shape.CONSTANT) {
                return "all the same";
            }
            String judgement = count < LEAST_JUDGED ? "of too few to judge" : distance <= GOOD ? "good" : distance <= FAIR ? "fair" : "poor, the sizes are not log-normal";
            return String.format(Locale.ROOT, "counted mean %.0f B, fit %s (Kolmogorov-Smirnov distance %.3f)%s", countedMean,
                    judgement, distance, cut ? ", variation cut to the model's 1000 %" : "");
        }
    }

    /** Counts one, of 0 to 2^50 bytes. */
    public void add(long size) {
        moments.add(size);
        if (size > 0) {
            histogram[Math.min(histogram.length - 1, (int) (StrictMath.log(size) / StrictMath.log(2) * STEPS))]++;
        }
    }

    /** Counts all that the other one has counted. */
    public void add(SizeStatistics other) {
        moments.add(other.moments);
        for (int i = 0; i < histogram.length; i++) {
            histogram[i] += other.histogram[i];
        }
    }

    /** The counts alone. */
    public LogMoments moments() {
        return moments;
    }

    /** The distribution of {@link LogMoments#distribution}, judged. */
    public Fit fit() {
        SizeDistribution distribution = moments.distribution();
        boolean constant = distribution.shape() == TimeDistribution.Shape.CONSTANT;
        return new Fit(distribution, constant ? 0 : distance(), moments.cut(), moments.count() == 0 ? 0 : moments.sum() / moments.count(),
                moments.count());
    }

    private double distance() {
        double sigma = StrictMath.sqrt(moments.usedVariance());
        double largest = 0;
        long below = 0;
        for (int i = 0; i < histogram.length; i++) {
            below += histogram[i];
            double edge = (i + 1) * StrictMath.log(2) / STEPS;
            largest = Math.max(largest, Math.abs((double) below / moments.count() - Normal.cumulative((edge - moments.mu()) / sigma)));
        }
        return largest;
    }
}

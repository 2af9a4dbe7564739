// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim.output;

import java.util.Arrays;

/**
 * One long run cut into batches whose means are nearly independent (non-overlapping batch means; Law, "Simulation
 * Modeling and Analysis", 5th ed., section 9.5.3).
 *
 * @param estimate       the mean with its interval
 * @param batchSize      observations in a batch; a rest that does not fill a batch is cut off at the front
 * @param autocorrelation of neighbouring batch means (lag 1); well above 0 the batches are too short and the interval too narrow
 */
public record BatchMeans(Estimate estimate, int batchSize, double autocorrelation) {
    /** 10 to 30 batches serve nearly always: Schmeiser, "Batch size effects", Operations Research 30(3), 1982. */
    public static final int DEFAULT_BATCHES = 20;

    /**
     * Analyses the observations of one run, warm-up already removed.
     *
     * @param batches at least 2 and at most as many as there are observations
     */
    public static BatchMeans of(double[] observations, int batches, double confidence) {
        if (batches < 2 || batches > observations.length) {
            throw new IllegalArgumentException(observations.length + " observations do not make " + batches + " batches");
        }
        int size = observations.length / batches;
        double[] means = means(observations, observations.length - size * batches, size, batches);
        return new BatchMeans(Estimate.ofReplications(means, confidence), size, lagOne(means));
    }

    /** The means of consecutive batches. */
    static double[] means(double[] observations, int from, int size, int batches) {
        double[] means = new double[batches];
        for (int batch = 0; batch < batches; batch++) {
            int start = from + batch * size;
            means[batch] = Arrays.stream(observations, start, start + size).average().orElseThrow();
        }
        return means;
    }

    private static double lagOne(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = 0;
        double covariance = 0;
        for (int i = 0; i < values.length; i++) {
            variance += (values[i] - mean) * (values[i] - mean);
            covariance += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
        }
        return variance == 0 ? 0 : covariance / variance;
    }
}

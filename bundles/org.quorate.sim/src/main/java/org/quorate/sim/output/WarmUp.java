// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim.output;

/**
 * How much of a run's beginning is warm-up, by MSER-5 (White, Cobb and Spratt, "A comparison of five steady-state
 * truncation heuristics for simulation", WSC 2000): the truncation that minimises the standard error of what remains, over
 * batches of five observations.
 *
 * @param observations how many to leave out
 * @param reached      whether the run left its warm-up: false if the best truncation lies beyond the run's first half, when
 *                     {@code observations} is half the run and a longer one is needed
 */
public record WarmUp(int observations, boolean reached) {
    private static final int BATCH = 5;

    /**
     * Finds the warm-up.
     *
     * @param observations of one run in their order; fewer than ten are never taken for warmed up
     */
    public static WarmUp of(double[] observations) {
        int batches = observations.length / BATCH;
        if (batches < 2) {
            return new WarmUp(0, false);
        }
        double[] means = BatchMeans.means(observations, 0, BATCH, batches);
        int best = minimum(means);
        int half = batches / 2;
        return new WarmUp(Math.min(best, half) * BATCH, best <= half);
    }

    /** The number of leading batches whose removal minimises the marginal standard error; the shortest of equals. */
    private static int minimum(double[] means) {
        int best = 0;
        double bestError = Double.POSITIVE_INFINITY;
        double mean = 0;
        double squares = 0;
        // From the end, where mean and squared deviations grow by one batch each (Welford). The last few batches are
        // left out of the search: by chance they are alike, and their error is close to 0.
        for (int first = means.length - 1; first >= 0; first--) {
            int count = means.length - first;
            double deviation = means[first] - mean;
            mean += deviation / count;
            squares += deviation * (means[first] - mean);
            double error = squares / ((double) count * count);
            if (count >= BATCH && error <= bestError) {
                bestError = error;
                best = first;
            }
        }
        return best;
    }
}

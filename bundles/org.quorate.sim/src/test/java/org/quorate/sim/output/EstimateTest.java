// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.quorate.sim.LatencyRecorder;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;

class EstimateTest {
    @Test
    void isStudentsInterval() {
        Estimate estimate = Estimate.ofReplications(new double[] {4, 6, 8, 10}, 0.95);
        // t(0.975, 3) = 3.182446 (Law, table T.1), standard deviation sqrt(20/3).
        assertEquals(7, estimate.mean());
        assertEquals(3.182446 * Math.sqrt(20 / 3.0) / 2, estimate.halfWidth(), 1e-5);
        assertEquals(estimate.mean() - estimate.low(), estimate.high() - estimate.mean(), 1e-12);
        assertEquals(4, estimate.samples());
        assertTrue(estimate.bounded());
    }

    @Test
    void oneSampleIsUnbounded() {
        Estimate estimate = Estimate.ofReplications(new double[] {5}, 0.95);
        assertEquals(5, estimate.mean());
        assertFalse(estimate.bounded());
        assertTrue(estimate.covers(-1e300));
        assertEquals(Double.POSITIVE_INFINITY, estimate.halfWidth());
    }

    @Test
    void equalSamplesLeaveNoWidth() {
        Estimate estimate = Estimate.ofReplications(new double[] {0.1, 0.1, 0.1}, 0.95);
        assertEquals(new Estimate(0.1, 0.1, 0.1, 0.95, 3), estimate);
        assertTrue(estimate.bounded());
    }

    @Test
    void refusesWhatIsNoSample() {
        assertThrows(IllegalArgumentException.class, () -> Estimate.ofReplications(new double[0], 0.95));
        assertThrows(IllegalArgumentException.class, () -> Estimate.ofReplications(new double[] {1, Double.NaN}, 0.95));
        assertThrows(IllegalArgumentException.class, () -> Estimate.ofReplications(new double[] {1, 2}, 1));
        assertThrows(IllegalArgumentException.class, () -> Estimate.ofReplications(new double[] {1}, 0));
        assertThrows(IllegalArgumentException.class, () -> new Estimate(1, 2, 3, 0.95, 2));
    }

    @Test
    void percentileIsTheMeanOfTheReplications() {
        LatencyRecorder[] recorders = {new LatencyRecorder(), new LatencyRecorder(), new LatencyRecorder()};
        for (int i = 1; i <= 100; i++) {
            recorders[0].record(i);
            recorders[1].record(3 * i);
        }
        Estimate estimate = Estimate.ofPercentile(List.of(recorders), 50, 0.95);
        assertEquals(100, estimate.mean());
        assertEquals(2, estimate.samples(), "the replication without latencies is left out");
        assertThrows(IllegalArgumentException.class, () -> Estimate.ofPercentile(List.of(recorders[2]), 50, 0.95));
    }

    @Test
    void intervalsCoverAsOftenAsTheySay() {
        for (double confidence : new double[] {0.8, 0.95, 0.99}) {
            assertCoverage(confidence, 4_000, random -> {
                double[] samples = new double[5];
                Arrays.setAll(samples, i -> 3 + 2 * random.nextGaussian());
                return Estimate.ofReplications(samples, confidence).covers(3) ? 1 : 0;
            });
        }
    }

    @Test
    void pairedIntervalsCoverAsOftenAsTheySay() {
        assertCoverage(0.95, 4_000, random -> {
            double[] first = new double[6];
            double[] second = new double[6];
            for (int i = 0; i < 6; i++) {
                double common = 100 * random.nextGaussian();
                first[i] = common + random.nextGaussian();
                second[i] = common + 1 + random.nextGaussian();
            }
            return PairedDifference.of(first, second, 0.95).difference().covers(1) ? 1 : 0;
        });
    }

    @Test
    void batchMeansCoverAsOftenAsTheySay() {
        // Autocorrelated observations, x' = 0.8 x + noise around 5, in batches much longer than their memory.
        assertCoverage(0.95, 1_000, random -> {
            BatchMeans means = BatchMeans.of(autoregressive(random, 10_000), BatchMeans.DEFAULT_BATCHES, 0.95);
            return means.estimate().covers(5) ? 1 : 0;
        });
    }

    private static double[] autoregressive(RandomStream random, int count) {
        double[] observations = new double[count];
        double x = random.nextGaussian() / 0.6;
        for (int i = 0; i < count; i++) {
            x = 0.8 * x + random.nextGaussian();
            observations[i] = 5 + x;
        }
        return observations;
    }

    private static void assertCoverage(double confidence, int groups, ToDoubleFunction<RandomStream> experiment) {
        RandomStream random = new RandomStreams(1).named("coverage " + confidence);
        int covered = 0;
        for (int group = 0; group < groups; group++) {
            covered += (int) experiment.applyAsDouble(random);
        }
        BinomialDistribution binomial = new BinomialDistribution(null, groups, confidence);
        int low = binomial.inverseCumulativeProbability(0.005);
        int high = binomial.inverseCumulativeProbability(0.995);
        assertTrue(low <= covered && covered <= high, covered + " of " + groups + ", expected " + low + " to " + high);
    }

    @Test
    void shortBatchesShowTheirAutocorrelation() {
        double[] observations = autoregressive(new RandomStreams(2).named("short"), 10_000);
        assertTrue(BatchMeans.of(observations, 5_000, 0.95).autocorrelation() > 0.5);
        assertEquals(0, BatchMeans.of(observations, 100, 0.95).autocorrelation(), 0.3);
        assertTrue(BatchMeans.of(observations, 5_000, 0.95).estimate().halfWidth()
                < 0.6 * BatchMeans.of(observations, 20, 0.95).estimate().halfWidth());
    }

    @Test
    void batchesCutOffTheFront() {
        BatchMeans means = BatchMeans.of(new double[] {99, 1, 3, 5, 7}, 2, 0.9);
        assertEquals(4, means.estimate().mean());
        assertEquals(2, means.batchSize());
        assertEquals(-0.5, means.autocorrelation());
        assertEquals(0, BatchMeans.of(new double[] {2, 2, 2, 2}, 2, 0.9).autocorrelation());
        assertThrows(IllegalArgumentException.class, () -> BatchMeans.of(new double[] {1, 2}, 3, 0.9));
        assertThrows(IllegalArgumentException.class, () -> BatchMeans.of(new double[] {1, 2}, 1, 0.9));
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipfSamplerTest {
    private static final int SAMPLES = 200_000;

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 0", "10, 0.5", "50, 0", "50, 0.8", "50, 0.99", "50, 1", "50, 1.000000001", "50, 1.2", "50, 3",
        "1000, 0.9", "1000000, 0.99", "1000000, 1.5", "50000000, 1"})
    void followsTheExactProbabilities(long ranks, double exponent) {
        double[] expected = expected(ranks, exponent);
        long[] counts = new long[expected.length];
        ZipfSampler sampler = new ZipfSampler(ranks, exponent);
        RandomStream random = new RandomStreams(17).named("zipf");
        for (int i = 0; i < SAMPLES; i++) {
            long rank = sampler.sample(random);
            assertTrue(rank >= 0 && rank < ranks);
            counts[cell(rank)]++;
        }
        double p = chiSquare(expected, counts);
        assertTrue(p > 0.001, () -> "p = " + p + " " + Arrays.toString(counts));
    }

    @Test
    void theTestSeesASlightlyDifferentExponent() {
        double[] expected = expected(1000, 0.9);
        long[] counts = new long[expected.length];
        ZipfSampler sampler = new ZipfSampler(1000, 0.92);
        RandomStream random = new RandomStreams(17).named("zipf");
        for (int i = 0; i < SAMPLES; i++) {
            counts[cell(sampler.sample(random))]++;
        }
        assertTrue(chiSquare(expected, counts) < 0.001);
    }

    @Test
    void oneRankIsCertain() {
        RandomStream random = new RandomStreams(1).named("one");
        for (double exponent : new double[] {0, 1, 5}) {
            assertEquals(0, new ZipfSampler(1, exponent).sample(random));
        }
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThrows(IllegalArgumentException.class, () -> new ZipfSampler(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new ZipfSampler(1L << 53, 1));
        assertThrows(IllegalArgumentException.class, () -> new ZipfSampler(10, -0.1));
        assertThrows(IllegalArgumentException.class, () -> new ZipfSampler(10, Double.NaN));
    }

    /** The first ranks one by one, then ranges of doubling length. */
    private static int cell(long rank) {
        return rank < 16 ? (int) rank : 12 + Long.SIZE - Long.numberOfLeadingZeros(rank) - 1;
    }

    private static double[] expected(long ranks, double exponent) {
        double[] weights = new double[cell(ranks - 1) + 1];
        for (long rank = 0; rank < ranks; rank++) {
            weights[cell(rank)] += exponent == 1 ? 1.0 / (rank + 1) : Math.pow(rank + 1, -exponent);
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum * SAMPLES).toArray();
    }

    /** With cells of small expectation pooled. */
    private static double chiSquare(double[] expected, long[] counts) {
        int cells = 0;
        double[] pooled = new double[expected.length];
        long[] observed = new long[expected.length];
        for (int i = 0; i < expected.length; i++) {
            pooled[cells] += expected[i];
            observed[cells] += counts[i];
            if (pooled[cells] >= 10) {
                cells++;
            }
        }
        if (cells < expected.length && pooled[cells] > 0) {
            pooled[cells - 1] += pooled[cells];
            observed[cells - 1] += observed[cells];
        }
        return new ChiSquareTest().chiSquareTest(Arrays.copyOf(pooled, cells), Arrays.copyOf(observed, cells));
    }
}

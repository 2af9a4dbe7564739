// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private static final double LEVEL = 0.001;

    @Test
    void constantDrawsNothing() {
        RandomStream random = new RandomStreams(1).named("constant");
        assertEquals(123, Sampler.constant(123).sample(random));
        assertEquals(123, Sampler.constant(123).mean());
        assertEquals(new RandomStreams(1).named("constant").nextLong(), random.nextLong());
    }

    @Test
    void continuousShapesFollowTheirDistributions() {
        assertFits(Sampler.exponential(2e6), new ExponentialDistribution(null, 2e6), 2e6);
        assertFits(Sampler.uniform(1e6, 5e6), new UniformRealDistribution(1e6, 5e6), 4e6 / Math.sqrt(12));
        double variance = Math.log(1 + 1.5 * 1.5);
        assertFits(Sampler.lognormal(3e6, 1.5),
                new LogNormalDistribution(null, Math.log(3e6) - variance / 2, Math.sqrt(variance)), 4.5e6);
    }

    private static void assertFits(Sampler sampler, RealDistribution distribution, double deviation) {
        RandomStream random = new RandomStreams(2).named("fit");
        double[] sample = LongStream.generate(() -> sampler.sample(random)).limit(20_000).asDoubleStream().toArray();
        double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(distribution, sample);
        assertTrue(p > LEVEL, () -> distribution + ": p = " + p);
        double standardError = deviation / Math.sqrt(sample.length);
        assertEquals(distribution.getNumericalMean(), sampler.mean(), 1e-9 * sampler.mean());
        assertEquals(sampler.mean(), StatUtils.mean(sample), 4 * standardError);
        assertEquals(deviation, Math.sqrt(StatUtils.variance(sample)), 0.1 * deviation);
    }

    @Test
    void roundingKeepsSmallMeans() {
        RandomStream random = new RandomStreams(3).named("small");
        double mean = LongStream.generate(() -> Sampler.uniform(0, 5).sample(random)).limit(100_000).average().orElseThrow();
        assertEquals(2.5, mean, 4 * 5 / Math.sqrt(12 * 100_000));
    }

    @Test
    void lognormalWithoutVariationIsConstant() {
        RandomStream random = new RandomStreams(4).named("flat");
        for (int i = 0; i < 100; i++) {
            assertEquals(1_000, Sampler.lognormal(1_000, 0).sample(random));
        }
    }

    @Test
    void empiricalDrawsEachValueEquallyOften() {
        long[] values = {1, 1, 5, 9};
        Sampler sampler = Sampler.empirical(values);
        values[0] = -7;
        assertEquals(4, sampler.mean());
        RandomStream random = new RandomStreams(5).named("empirical");
        long[] counts = new long[10];
        for (int i = 0; i < 40_000; i++) {
            counts[(int) sampler.sample(random)]++;
        }
        assertEquals(40_000, counts[1] + counts[5] + counts[9]);
        assertEquals(20_000, counts[1], 500);
        assertEquals(10_000, counts[5], 400);
        assertEquals(10_000, counts[9], 400);
    }

    /** See {@link RandomStreamTest#neverChangesItsNumbers()}. */
    @Test
    void neverChangesItsNumbers() {
        RandomStream random = new RandomStreams(42).named("samplers");
        ZipfSampler zipf = new ZipfSampler(50_000_000, 0.9);
        long[] drawn = {
            Sampler.exponential(1e6).sample(random), Sampler.lognormal(1e6, 2).sample(random),
            Sampler.uniform(1e6, 2e6).sample(random), Sampler.empirical(new long[] {3, 4, 5, 6}).sample(random),
            zipf.sample(random), zipf.sample(random),
        };
        assertArrayEquals(new long[] {663286, 403516, 1148092, 3, 205512, 822}, drawn, () -> Arrays.toString(drawn));
    }

    @Test
    void refusesWhatIsNoDistribution() {
        assertThrows(IllegalArgumentException.class, () -> Sampler.constant(-1));
        assertThrows(IllegalArgumentException.class, () -> Sampler.exponential(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Sampler.exponential(-1));
        assertThrows(IllegalArgumentException.class, () -> Sampler.exponential(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> Sampler.lognormal(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Sampler.lognormal(1, -1));
        assertThrows(IllegalArgumentException.class, () -> Sampler.uniform(2, 1));
        assertThrows(IllegalArgumentException.class, () -> Sampler.empirical(new long[0]));
        assertThrows(IllegalArgumentException.class, () -> Sampler.empirical(new long[] {-1, 2}));
        assertThrows(IllegalArgumentException.class, () -> Sampler.empirical(new long[] {2, 1}));
    }
}

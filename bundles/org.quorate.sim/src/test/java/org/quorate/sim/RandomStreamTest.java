// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator.JumpableGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    /** A correct generator fails a test at this level once in a thousand choices of the (fixed) seed. */
    private static final double LEVEL = 0.001;

    @Test
    void matchesTheReferenceVector() {
        // Output of the reference code for the state 1, 2, 3, 4, as published with the rand_xoshiro library.
        RandomStream random = new RandomStream(1, 2, 3, 4);
        long[] expected = {
            41943041L, 58720359L, 3588806011781223L, 3591011842654386L,
            Long.parseUnsignedLong("9228616714210784205"), Long.parseUnsignedLong("9973669472204895162"),
            Long.parseUnsignedLong("14011001112246962877"), Long.parseUnsignedLong("12406186145184390807"),
            Long.parseUnsignedLong("15849039046786891736"), Long.parseUnsignedLong("10450023813501588000"),
        };
        assertArrayEquals(expected, LongStream.generate(random::nextLong).limit(10).toArray());
    }

    @Test
    void agreesWithTheGeneratorOfTheJdkAlsoAfterJumps() {
        RandomStream random = new RandomStream(11, -12, 13, -14);
        byte[] state = ByteBuffer.allocate(32).putLong(11).putLong(-12).putLong(13).putLong(-14).array();
        var oracle = (JumpableGenerator) RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(state);
        for (int jumps = 0; jumps < 5; jumps++) {
            for (int i = 0; i < 10_000; i++) {
                assertEquals(oracle.nextLong(), random.nextLong());
            }
            random.jump();
            oracle.jump();
        }
    }

    @Test
    void refusesTheStateWithoutSuccessor() {
        assertThrows(IllegalArgumentException.class, () -> new RandomStream(0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new RandomStream(1, 0, 0, 0).nextInt(0));
        assertThrows(IllegalArgumentException.class, () -> new RandomStreams(1).replication(-1));
    }

    /** If this fails, every result that users have kept changes: give the product a new version and say so. */
    @Test
    void neverChangesItsNumbers() {
        RandomStream random = new RandomStreams(42).replication(3).named("golden \u00e9");
        assertEquals(GOLDEN_LONG, random.nextLong());
        assertEquals(GOLDEN_INT, random.nextInt(1_000_000_007));
        assertEquals(GOLDEN_DOUBLE, random.nextDouble());
        assertEquals(GOLDEN_EXPONENTIAL, random.nextExponential());
        assertEquals(GOLDEN_GAUSSIAN, random.nextGaussian());
        assertEquals(GOLDEN_MANY, hashOfMany(random));
    }

    /** These three also from hashlib.sha256 and xoshiro256++ written anew in Python. */
    private static final long GOLDEN_LONG = -8103339180074080655L;
    private static final int GOLDEN_INT = 192449934;
    private static final double GOLDEN_DOUBLE = 0.8294355000208732;
    /** These from this code; their distributions are tested below. */
    private static final double GOLDEN_EXPONENTIAL = 0.4236100431266039;
    private static final double GOLDEN_GAUSSIAN = 0.8150453767528792;
    private static final long GOLDEN_MANY = 3678103015974194737L;

    /** Over enough numbers to pass through every layer, wedge and tail of the tables. */
    private static long hashOfMany(RandomStream random) {
        long hash = 0;
        for (int i = 0; i < 200_000; i++) {
            hash = 31 * hash + Double.doubleToLongBits(random.nextExponential());
            hash = 31 * hash + Double.doubleToLongBits(random.nextGaussian());
            hash = 31 * hash + random.nextInt(1 + i);
        }
        return hash;
    }

    @Test
    void sameSeedReplicationAndNameGiveTheSameStream() {
        RandomStreams streams = new RandomStreams(9);
        RandomStream first = streams.named("a");
        streams.named("b").nextLong();
        RandomStream second = new RandomStreams(9).replication(0).named("a");
        for (int i = 0; i < 100; i++) {
            assertEquals(first.nextLong(), second.nextLong());
        }
    }

    @Test
    void streamsThatDifferInAnyPartAreIndependent() {
        RandomStreams streams = new RandomStreams(9);
        assertIndependent(streams.named("node1.think"), streams.named("node2.think"));
        assertIndependent(streams.named(""), streams.named("\0"));
        assertIndependent(streams.named("a"), streams.replication(1).named("a"));
        assertIndependent(streams.replication(1).named("a"), streams.replication(2).named("a"));
        assertIndependent(streams.named("a"), new RandomStreams(10).named("a"));
        assertIndependent(streams.named("a"), new RandomStreams(-9).named("a"));
        RandomStream jumped = streams.named("a");
        jumped.jump();
        assertIndependent(streams.named("a"), jumped);
    }

    @Test
    void aStreamIsNotIndependentOfItself() {
        assertTrue(independence(new RandomStreams(9).named("a"), new RandomStreams(9).named("a")) < LEVEL);
    }

    private static void assertIndependent(RandomStream left, RandomStream right) {
        double p = independence(left, right);
        assertTrue(p > LEVEL, () -> "p = " + p);
    }

    private static double independence(RandomStream left, RandomStream right) {
        long[][] table = new long[20][20];
        for (int i = 0; i < 100_000; i++) {
            table[left.nextInt(20)][right.nextInt(20)]++;
        }
        return new ChiSquareTest().chiSquareTest(table);
    }

    @Test
    void neighboursWithinAStreamAreIndependent() {
        RandomStream random = new RandomStreams(5).named("serial");
        long[][] table = new long[30][30];
        int last = random.nextInt(30);
        for (int i = 0; i < 200_000; i++) {
            int next = random.nextInt(30);
            table[last][next]++;
            last = next;
        }
        double p = new ChiSquareTest().chiSquareTest(table);
        assertTrue(p > LEVEL, () -> "p = " + p);
    }

    @Test
    void wholeNumbersAreEquallyLikelyForAnyBound() {
        for (int bound : new int[] {2, 3, 10, 1_000}) {
            RandomStream random = new RandomStreams(6).named("bound " + bound);
            long[] counts = new long[bound];
            for (int i = 0; i < 200_000; i++) {
                counts[random.nextInt(bound)]++;
            }
            assertUniform(counts, LEVEL);
        }
        // At 3 * 2^29 a careless reduction makes every third number twice as likely.
        RandomStream random = new RandomStreams(6).named("large");
        long[] thirds = new long[3];
        for (int i = 0; i < 100_000; i++) {
            thirds[random.nextInt(3 << 29) % 3]++;
        }
        assertUniform(thirds, LEVEL);
        assertEquals(0, random.nextInt(1));
    }

    private static void assertUniform(long[] counts, double level) {
        double[] expected = new double[counts.length];
        Arrays.fill(expected, 1);
        double p = new ChiSquareTest().chiSquareTest(expected, counts);
        assertTrue(p > level, () -> counts.length + " classes: p = " + p);
    }

    @Test
    void doublesExponentialsAndGaussiansFollowTheirDistributions() {
        RandomStream random = new RandomStreams(7).named("distributions");
        assertFits(new UniformRealDistribution(0, 1), random::nextDouble);
        assertFits(new ExponentialDistribution(null, 1), random::nextExponential);
        assertFits(new NormalDistribution(null, 0, 1), random::nextGaussian);
    }

    private static void assertFits(RealDistribution distribution, DoubleSupplier source) {
        double[] sample = DoubleStream.generate(source).limit(20_000).toArray();
        double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(distribution, sample);
        assertTrue(p > LEVEL, () -> distribution.getClass().getSimpleName() + ": p = " + p);
    }

    @Test
    void tailsAndWedgesOfTheZigguratsHaveTheirShare() {
        // Cells that each cross many layers and the tail (beyond 7.697 and 3.654): an error in either shows in its count.
        assertShares(new ExponentialDistribution(null, 1), new RandomStreams(8).named("exponential")::nextExponential,
                new double[] {0, 0.001, 0.01, 0.1, 0.5, 1, 2, 3, 5, 6.5, 7.5, 7.7, 8.5, 10});
        assertShares(new NormalDistribution(null, 0, 1), new RandomStreams(8).named("gaussian")::nextGaussian,
                new double[] {-3.8, -3.66, -3.3, -2, -1, -0.3, -0.01, 0, 0.01, 0.3, 1, 2, 3.3, 3.66, 3.8});
    }

    private static void assertShares(RealDistribution distribution, DoubleSupplier source, double[] edges) {
        long[] counts = new long[edges.length + 1];
        for (int i = 0; i < 4_000_000; i++) {
            int cell = Arrays.binarySearch(edges, source.getAsDouble());
            counts[cell < 0 ? -cell - 1 : cell]++;
        }
        double[] expected = new double[counts.length];
        for (int i = 0; i < expected.length; i++) {
            double below = i == 0 ? 0 : distribution.cumulativeProbability(edges[i - 1]);
            expected[i] = (i == edges.length ? 1 : distribution.cumulativeProbability(edges[i])) - below;
        }
        // Nothing lies below 0 for the exponential distribution.
        int from = expected[0] == 0 ? 1 : 0;
        assertTrue(from == 0 || counts[0] == 0);
        double p = new ChiSquareTest().chiSquareTest(Arrays.copyOfRange(expected, from, expected.length),
                Arrays.copyOfRange(counts, from, counts.length));
        assertTrue(p > LEVEL, () -> Arrays.toString(counts) + ": p = " + p);
    }
}

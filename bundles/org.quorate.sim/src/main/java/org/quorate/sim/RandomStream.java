// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

/**
 * A sequence of random numbers: xoshiro256++ 1.0 (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators",
 * ACM TOMS 47(4), 2021; reference code prng.di.unimi.it/xoshiro256plusplus.c). Its own generator and transformations, on
 * {@link StrictMath} only, so that the numbers do not depend on the JDK. Made by {@link RandomStreams}.
 */
public final class RandomStream {
    /** 2^-53: the spacing of the doubles that {@link #nextDouble()} returns. */
    private static final double DOUBLE_UNIT = 0x1.0p-53;
    /** The polynomial of 2^128 steps, from the reference code. */
    private static final long[] JUMP = {
        0x180ec6d33cfd0abaL, 0xd5a61266f0c9392cL, 0xa9582618e03fc9aaL, 0x39abdc4529b1661cL,
    };

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    RandomStream(long s0, long s1, long s2, long s3) {
        if ((s0 | s1 | s2 | s3) == 0) {
            throw new IllegalArgumentException("the state of xoshiro256++ must not be all zero");
        }
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /** 64 random bits. */
    public long nextLong() {
        long result = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /**
     * A whole number from 0 to {@code bound} - 1, each equally likely (Lemire, "Fast Random Integer Generation in an
     * Interval", ACM TOMACS 29(1), 2019).
     *
     * @param bound at least 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1, not " + bound);
        }
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xFFFF_FFFFL) < bound) {
            // 2^32 mod bound of the low halves belong to no full round: drawn again.
            long surplus = (1L << 32) % bound;
            while ((product & 0xFFFF_FFFFL) < surplus) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /** A number from 0 (included) to 1 (excluded), a multiple of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * DOUBLE_UNIT;
    }

    /** A number of the exponential distribution of mean 1, by ziggurat. */
    public double nextExponential() {
        return Ziggurat.exponential(this);
    }

    /** A number of the normal distribution of mean 0 and variance 1, by ziggurat. */
    public double nextGaussian() {
        return Ziggurat.gaussian(this);
    }

    /** Goes 2^128 numbers ahead: streams jumped 0, 1, 2… times from one state never overlap. */
    public void jump() {
        long j0 = 0;
        long j1 = 0;
        long j2 = 0;
        long j3 = 0;
        for (long word : JUMP) {
            for (int bit = 0; bit < Long.SIZE; bit++) {
                if ((word >>> bit & 1) != 0) {
                    j0 ^= s0;
                    j1 ^= s1;
                    j2 ^= s2;
                    j3 ^= s3;
                }
                nextLong();
            }
        }
        s0 = j0;
        s1 = j1;
        s2 = j2;
        s3 = j3;
    }
}

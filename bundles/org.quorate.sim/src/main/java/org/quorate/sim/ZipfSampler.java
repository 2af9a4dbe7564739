// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

/**
 * Ranks whose probability is proportional to (rank + 1)<sup>-exponent</sup>: how unevenly files are used. Rejection-inversion
 * (Hörmann and Derflinger, "Rejection-Inversion to Generate Variates from Monotone Discrete Distributions", ACM TOMACS 6(3),
 * 1996): exact, without a table of the ranks, at a cost that does not depend on their number. Immutable.
 */
public final class ZipfSampler {
    /** Below this, the first terms of the series are exact in double precision. */
    private static final double SERIES_LIMIT = 1e-8;

    private final long ranks;
    private final double exponent;
    /** The integral of the density's hat at its two ends, and the shift within which a rank is accepted without a test. */
    private final double integralAtFirst;
    private final double integralAtLast;
    private final double sureShift;

    /**
     * Makes a sampler.
     *
     * @param ranks    how many ranks, from 1 to 2^52
     * @param exponent 0 (all equal) or more
     */
    public ZipfSampler(long ranks, double exponent) {
        if (ranks < 1 || ranks > 1L << 52) {
            throw new IllegalArgumentException("ranks must be from 1 to 2^52, not " + ranks);
        }
        if (!(exponent >= 0) || Double.isInfinite(exponent)) {
            throw new IllegalArgumentException("exponent must be a number of at least 0, not " + exponent);
        }
        this.ranks = ranks;
        this.exponent = exponent;
        this.integralAtFirst = integral(1.5) - 1;
        this.integralAtLast = integral(ranks + 0.5);
        this.sureShift = 2 - integralInverse(integral(2.5) - density(2));
    }

    /** Draws a rank from 0 (most likely) to {@code ranks} - 1. */
    public long sample(RandomStream random) {
        while (true) {
            double area = integralAtLast + random.nextDouble() * (integralAtFirst - integralAtLast);
            double x = integralInverse(area);
            long k = Math.min(Math.max((long) (x + 0.5), 1), ranks);
            if (k - x <= sureShift || area >= integral(k + 0.5) - density(k)) {
                return k - 1;
            }
        }
    }

    /** x^-exponent. */
    private double density(double x) {
        return StrictMath.exp(-exponent * StrictMath.log(x));
    }

    /** (x^(1-exponent) - 1) / (1-exponent), and log x where the exponent is 1. */
    private double integral(double x) {
        double log = StrictMath.log(x);
        return expm1Ratio((1 - exponent) * log) * log;
    }

    private double integralInverse(double area) {
        // Rounding may lead just below the domain of log1p.
        double argument = Math.max(area * (1 - exponent), -1);
        return StrictMath.exp(log1pRatio(argument) * area);
    }

    /** expm1(x) / x, 1 at 0. */
    private static double expm1Ratio(double x) {
        return Math.abs(x) > SERIES_LIMIT ? StrictMath.expm1(x) / x : 1 + x / 2 * (1 + x / 3);
    }

    /** log1p(x) / x, 1 at 0. */
    private static double log1pRatio(double x) {
        return Math.abs(x) > SERIES_LIMIT ? StrictMath.log1p(x) / x : 1 - x * (0.5 - x / 3);
    }
}

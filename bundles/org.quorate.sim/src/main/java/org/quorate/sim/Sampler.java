// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import java.util.Objects;

/**
 * A distribution of times or sizes in whole units, never negative. Sampling allocates nothing and, but for
 * {@link #constant}, takes its numbers from the given stream. Immutable, usable by several threads.
 *
 * <p>Continuous distributions are rounded to the nearest whole number; values beyond {@link Long#MAX_VALUE} saturate.
 */
public final class Sampler {
    private enum Shape { CONSTANT, EXPONENTIAL, LOGNORMAL, UNIFORM, EMPIRICAL }

    private final Shape shape;
    private final double mean;
    /** Exponential: the mean; lognormal: mean of the logarithm; uniform: low; constant: the value. */
    private final double location;
    /** Lognormal: standard deviation of the logarithm; uniform: high - low. */
    private final double scale;
    private final long[] values;

    private Sampler(Shape shape, double mean, double location, double scale, long[] values) {
        this.shape = shape;
        this.mean = mean;
        this.location = location;
        this.scale = scale;
        this.values = values;
    }

    /** Always this value; draws nothing. */
    public static Sampler constant(long value) {
        requireAtLeastZero(value, "value");
        return new Sampler(Shape.CONSTANT, value, 0, 0, new long[] {value});
    }

    /** Exponential of this mean. */
    public static Sampler exponential(double mean) {
        requireAtLeastZero(mean, "mean");
        return new Sampler(Shape.EXPONENTIAL, mean, mean, 0, null);
    }

    /**
     * Lognormal.
     *
     * @param mean      the mean of the values (not of their logarithm), above 0
     * @param variation standard deviation divided by mean, 0 or more
     */
    public static Sampler lognormal(double mean, double variation) {
        requireAtLeastZero(mean, "mean");
        requireAtLeastZero(variation, "variation");
        if (mean == 0) {
            throw new IllegalArgumentException("a lognormal distribution has a mean above 0");
        }
        double variance = StrictMath.log1p(variation * variation);
        return new Sampler(Shape.LOGNORMAL, mean, StrictMath.log(mean) - variance / 2, StrictMath.sqrt(variance), null);
    }

    /** Uniform between two bounds, 0 or more. */
    public static Sampler uniform(double low, double high) {
        requireAtLeastZero(low, "low");
        requireAtLeastZero(high, "high");
        if (high < low) {
            throw new IllegalArgumentException("high (" + high + ") is below low (" + low + ")");
        }
        return new Sampler(Shape.UNIFORM, (low + high) / 2, low, high - low, null);
    }

    /**
     * Each of the given values equally likely.
     *
     * @param sortedValues measured values in ascending order, none negative, at least one; copied
     */
    public static Sampler empirical(long[] sortedValues) {
        long[] values = Objects.requireNonNull(sortedValues).clone();
        if (values.length == 0) {
            throw new IllegalArgumentException("an empirical distribution needs at least one value");
        }
        requireAtLeastZero(values[0], "value");
        double sum = values[0];
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[i - 1]) {
                throw new IllegalArgumentException("values are not sorted: " + values[i] + " follows " + values[i - 1]);
            }
            sum += values[i];
        }
        return new Sampler(Shape.EMPIRICAL, sum / values.length, 0, 0, values);
    }

    /** Draws one value. */
    public long sample(RandomStream random) {
        return switch (shape) {
            case CONSTANT -> values[0];
            case EXPONENTIAL -> rounded(location * random.nextExponential());
            case LOGNORMAL -> rounded(StrictMath.exp(location + scale * random.nextGaussian()));
            case UNIFORM -> rounded(location + scale * random.nextDouble());
            case EMPIRICAL -> values[random.nextInt(values.length)];
        };
    }

    /** The mean of the distribution, before rounding. */
    public double mean() {
        return mean;
    }

    private static long rounded(double value) {
        return (long) (value + 0.5);
    }

    private static void requireAtLeastZero(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a number of at least 0, not " + value);
        }
    }
}

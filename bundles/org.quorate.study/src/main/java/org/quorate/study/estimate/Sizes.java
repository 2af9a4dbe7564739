// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.quorate.model.SizeDistribution;

/** Means over a distribution of sizes. Pure functions, thread-safe. */
final class Sizes {

    private static final int POINTS = 64;
    private static final double[] NORMAL = normal();

    private Sizes() {
    }

    private static double[] normal() {
        double[] points = new double[POINTS];
        NormalDistribution distribution = new NormalDistribution();
        for (int i = 0; i < POINTS; i++) {
            points[i] = distribution.inverseCumulativeProbability((i + 0.5) / POINTS);
        }
        return points;
    }

    /** The mean of a function of the size in bytes. */
    static double mean(SizeDistribution size, DoubleUnaryOperator function) {
        double mean = size.mean().value();
        double sum = 0;
        switch (size.shape()) {
            case CONSTANT -> {
                return function.applyAsDouble(mean);
            }
            case EXPONENTIAL -> {
                for (int i = 0; i < POINTS; i++) {
                    sum += function.applyAsDouble(-mean * Math.log1p(-(i + 0.5) / POINTS));
                }
            }
            case LOGNORMAL -> {
                double square = Math.log(1 + size.variation() * size.variation());
                for (double point : NORMAL) {
                    sum += function.applyAsDouble(mean * Math.exp(-square / 2 + Math.sqrt(square) * point));
                }
            }
        }
        return sum / POINTS;
    }

    /** Pages of so many bytes, at least one. */
    static double pages(double bytes) {
        return Math.max(1, Math.ceil(bytes / Prices.BLOCK_BYTES));
    }

    /** Share of sizes above a limit. */
    static double above(SizeDistribution size, double limit) {
        return mean(size, bytes -> bytes > limit ? 1 : 0);
    }
}

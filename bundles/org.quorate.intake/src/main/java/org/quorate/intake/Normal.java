// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

/** The standard normal distribution. Pure functions. */
public final class Normal {

    private Normal() {
    }

    /** Probability of a value up to {@code z}; error below 1e-7 (Abramowitz and Stegun, Handbook, 26.2.17). */
    public static double cumulative(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI) * t * (0.319381530 + t * (-0.356563782
                + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z < 0 ? tail : 1 - tail;
    }

    /** The value that is not passed with probability {@code p}, of 1e-6 to 1 - 1e-6; by bisection. */
    public static double quantile(double p) {
        double low = -6;
        double high = 6;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}

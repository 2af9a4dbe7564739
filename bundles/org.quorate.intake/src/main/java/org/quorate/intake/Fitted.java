// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.time.Duration;
import org.quorate.model.Bytes;
import org.quorate.model.SizeDistribution;
import org.quorate.model.TimeDistribution;

/** Distributions of the model with a mean and a variation that were measured, within what the model can have. Pure functions. */
public final class Fitted {

    /** Below it all values are one: the model has whole percents. */
    static final double LEAST_VARIATION = 0.005;

    private Fitted() {
    }

    /**
     * Log-normal sizes, or a constant one where they do not vary.
     *
     * @param variation standard deviation over mean; the model's largest stands for larger ones
     */
    public static SizeDistribution sizes(Bytes mean, double variation) {
        return variation < LEAST_VARIATION ? SizeDistribution.constant(mean)
                : new SizeDistribution(TimeDistribution.Shape.LOGNORMAL, mean, percent(variation));
    }

    /**
     * Log-normal times, or a constant one where they do not vary.
     *
     * @param nanos     mean, rounded to three digits
     * @param variation as with {@link #sizes}
     */
    public static TimeDistribution times(double nanos, double variation) {
        Duration mean = Duration.ofNanos(threeDigits(nanos));
        return variation < LEAST_VARIATION ? TimeDistribution.constant(mean) : TimeDistribution.lognormal(mean, percent(variation));
    }

    private static double percent(double variation) {
        return Math.max(1, Math.round(100 * Math.min(TimeDistribution.MOST_VARIATION, variation))) / 100.0;
    }

    /** A figure of 0 or more, as precise as a measurement is. */
    public static long threeDigits(double figure) {
        long unit = 1;
        while (figure / unit >= 1000) {
            unit *= 10;
        }
        return Math.round(figure / unit) * unit;
    }
}

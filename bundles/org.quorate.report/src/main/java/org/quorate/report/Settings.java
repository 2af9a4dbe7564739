// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.math.BigDecimal;
import java.time.Duration;
import org.quorate.model.BitRate;
import org.quorate.model.Bytes;
import org.quorate.model.SecretReference;
import org.quorate.model.SizeDistribution;
import org.quorate.model.TimeDistribution;
import org.quorate.model.TimeDistribution.Shape;
import org.quorate.model.UnitFormat;

/** Settings of a scenario in words, exact, each with its unit. Pure functions. */
public final class Settings {

    private Settings() {
    }

    /** A size, in a binary multiple. */
    public static String of(Bytes size) {
        return UnitFormat.format(size);
    }

    /** A time, in the multiple that leaves no fraction if there is one. */
    public static String of(Duration time) {
        return UnitFormat.format(time).replace(" us", " µs");
    }

    /** A rate, in a decimal multiple. */
    public static String of(BitRate rate) {
        return UnitFormat.format(rate);
    }

    /** A share in percent. */
    public static String percent(double share) {
        return UnitFormat.formatPercent(share);
    }

    /** A time with its distribution; {@code none} if it is 0. */
    public static String of(TimeDistribution time) {
        return time.mean().isZero() ? "none" : shaped(time.shape(), of(time.mean()), time.variation());
    }

    /** A size with its distribution. */
    public static String of(SizeDistribution size) {
        return shaped(size.shape(), of(size.mean()), size.variation());
    }

    /** Where a secret is kept; never the secret. */
    public static String of(SecretReference secret) {
        return "kept in " + switch (secret.kind()) {
            case ENV -> "the environment variable ";
            case FILE -> "the file ";
            case VAULT -> "the vault at ";
        } + secret.place();
    }

    /** {@code yes} or {@code no}. */
    static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    /** Without zeros at the end: {@code 0.9}. */
    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String shaped(Shape shape, String mean, double variation) {
        return switch (shape) {
            case CONSTANT -> mean + ", constant";
            case EXPONENTIAL -> mean + " on average, exponential";
            case LOGNORMAL -> mean + " on average, log-normal with a variation of " + percent(variation);
        };
    }
}

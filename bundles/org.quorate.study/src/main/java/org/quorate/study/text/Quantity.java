// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.quorate.study.result.Interval;

/** Writes figures with their units. */
public final class Quantity {

    private static final int SIGNIFICANT = 3;
    private static final int MOST_DECIMALS = 6;

    private Quantity() {
    }

    /** A figure to three significant digits in a fitting unit, for example {@code 3.21 ms}. */
    public static String of(Dimension dimension, double baseValue) {
        Unit unit = dimension.unitFor(baseValue);
        return unit.attach(number(unit.of(baseValue)));
    }

    /**
     * A figure with its interval, to two significant digits of the half width, for example {@code 3.214 ms ± 0.052 ms}.
     */
    public static String of(Dimension dimension, Interval interval) {
        Unit unit = dimension.unitFor(Math.max(Math.abs(interval.mean()), interval.halfWidth()));
        int decimals = decimals(unit.of(interval.mean()), unit.of(interval.halfWidth()));
        String mean = unit.attach(number(unit.of(interval.mean()), decimals));
        return interval.halfWidth() == 0 ? mean
                : mean + " ± " + unit.attach(number(unit.of(interval.halfWidth()), decimals));
    }

    /** A share as percent, for example {@code 38 %}, {@code 3.8 %} or {@code 0.38 %}. */
    public static String percent(double share) {
        return percentNumber(share) + " %";
    }

    /** The same without the sign: {@code 38}. */
    public static String percentNumber(double share) {
        double percent = share * 100;
        double size = Math.abs(percent);
        return number(percent, size == 0 || size >= 9.95 ? 0 : size >= 0.995 ? 1 : 2);
    }

    /** A number to three significant digits, whole from 100 on, never with an exponent. */
    public static String number(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(SIGNIFICANT, RoundingMode.HALF_EVEN));
        int decimals = Math.max(0, Math.min(MOST_DECIMALS, SIGNIFICANT - (rounded.precision() - rounded.scale())));
        return number(value, decimals);
    }

    /** A number with that many decimals. */
    public static String number(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
    }

    /**
     * Decimals with which a figure shows what is known of it: two significant digits of the half width, or three of the
     * figure itself if it is exact.
     */
    public static int decimals(double mean, double halfWidth) {
        if (halfWidth == 0) {
            return mean == Math.rint(mean) ? 0 : Math.max(0, Math.min(MOST_DECIMALS, SIGNIFICANT - digits(mean)));
        }
        return Math.max(0, Math.min(MOST_DECIMALS, 2 - digits(halfWidth)));
    }

    /** Digits before the decimal point; 0 or less for numbers below 1. */
    private static int digits(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_EVEN));
        return rounded.precision() - rounded.scale();
    }
}

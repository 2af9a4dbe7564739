// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many digits a reader gets, and how they are written. Pure functions. */
final class Digits {

    /** An interval is worth two of its digits (usual in metrology: GUM, JCGM 100:2008, 7.2.6). */
    private static final int OF_INTERVAL = 2;
    /** No simulated figure is worth more. */
    private static final int OF_VALUE = 4;
    /** From here on as a power of ten. */
    private static final double LARGE = 1e10;

    private Digits() {
    }

    /** Digits after the point, 0 to 12. */
    static int decimals(double value, double halfWidth) {
        int forValue = value == 0 ? 0 : OF_VALUE - 1 - exponent(value);
        if (halfWidth == 0) {
            return clamp(forValue);
        }
        int forInterval = OF_INTERVAL - 1 - exponent(halfWidth);
        return clamp(value == 0 ? forInterval : Math.min(forInterval, forValue));
    }

    static String number(double value, int decimals, boolean signed) {
        String digits = magnitude(Math.abs(value), decimals);
        boolean zero = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
        if (zero) {
            return digits;
        }
        return value < 0 ? "−" + digits : signed ? "+" + digits : digits;
    }

    /** At most {@code most}: fewer if the rest are zeros. */
    static int needed(double value, int most) {
        BigDecimal rounded = new BigDecimal(value).setScale(most, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? 0 : Math.max(0, rounded.stripTrailingZeros().scale());
    }

    static String tolerance(double halfWidth, int decimals) {
        String digits = magnitude(halfWidth, decimals);
        if (digits.chars().anyMatch(c -> c >= '1' && c <= '9')) {
            return digits;
        }
        // Rounding it to 0 would claim that the value is known exactly.
        return "<" + BigDecimal.ONE.movePointLeft(decimals).toPlainString();
    }

    private static String magnitude(double value, int decimals) {
        if (value >= LARGE) {
            return powerOfTen(value);
        }
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        String text = rounded.toPlainString();
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        return grouped(whole) + (point < 0 ? "" : text.substring(point));
    }

    private static String powerOfTen(double value) {
        int exponent = exponent(value);
        BigDecimal mantissa = new BigDecimal(value).movePointLeft(exponent).setScale(2, RoundingMode.HALF_EVEN);
        return mantissa.toPlainString() + "e" + exponent;
    }

    private static String grouped(String whole) {
        StringBuilder text = new StringBuilder(whole);
        for (int i = whole.length() - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    /** Power of ten of the first digit: 0 for 1 to 9.99. */
    private static int exponent(double value) {
        return (int) Math.floor(Math.log10(Math.abs(value)) + 1e-12);
    }

    private static int clamp(int decimals) {
        return Math.max(0, Math.min(12, decimals));
    }
}

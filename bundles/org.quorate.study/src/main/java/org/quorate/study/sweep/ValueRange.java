// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.model.UnitFormat;

/**
 * Values at equal steps, as in {@code 0.1 ms..1 ms:5}. The unit may stand behind the second number only; words before the
 * first (a distribution) and behind the second hold for both.
 *
 * @param dimension of the field
 * @param from      the first value
 * @param to        the last value
 * @param count     of values, 2 or more
 */
record ValueRange(FieldDimension dimension, Amount from, Amount to, int count) {

    /** What is said to be allowed. */
    static final String FORM = "a range is FROM..TO:COUNT, as in 1 ms..10 ms:4";
    private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+):[ \t]*([0-9]{1,9})");

    /** Digits of an intermediate value without a unit in which it would be whole. */
    private static final MathContext DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);
    /** Decimals of a nanosecond in seconds: more are written in a smaller unit. */
    private static final int MOST_DECIMALS = 9;

    /** True if the text means a range, well written or not. */
    static boolean looksLike(String text) {
        return text.contains("..");
    }

    /**
     * Reads a range.
     *
     * @param most values that are accepted
     * @throws IllegalArgumentException that says what is wrong
     */
    static ValueRange of(FieldDimension dimension, String text, int most) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + " is not a range (allowed: " + FORM + ")");
        }
        int count = Integer.parseInt(matcher.group(3));
        if (count < 2 || count > most) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + " asks for " + count + " values (allowed: 2 to "
                    + most + ")");
        }
        Amount from = amount(matcher.group(1));
        Amount to = amount(matcher.group(2));
        if (!from.prefix().equals(to.prefix()) && !to.prefix().isEmpty()
                || !from.suffix().equals(to.suffix()) && !from.suffix().isEmpty()) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + " is not a range: its ends are of different kinds");
        }
        String unit = from.unit().isEmpty() ? to.unit() : from.unit();
        if (!unit.equals(to.unit()) && !dimension.convertible()) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + " is not a range: its ends have different units");
        }
        return new ValueRange(dimension, new Amount(from.prefix(), from.number(), unit, to.suffix()),
                new Amount(from.prefix(), to.number(), to.unit(), to.suffix()), count);
    }

    private static Amount amount(String text) {
        return Amount.of(text).orElseThrow(() -> new IllegalArgumentException(UnitFormat.quote(text.strip())
                + " is no end of a range (allowed: " + FORM + ")"));
    }

    /** The values as they are written in a scenario. */
    List<String> values() {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(from.around(dimension.convertible() ? inUnits(i) : plain(i)));
        }
        return values;
    }

    private String plain(int step) {
        BigDecimal value = between(from.number(), to.number(), step);
        value = dimension == FieldDimension.COUNT && whole(from.number()) && whole(to.number())
                ? value.setScale(0, RoundingMode.HALF_UP) : value.round(DIGITS);
        return new Amount("", value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros(), to.unit(), "").quantity();
    }

    private static boolean whole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** Rounded to the base unit, in which quantities are whole. In the unit of the range where that is short. */
    private String inUnits(int step) {
        BigDecimal base = between(base(from), base(to), step).setScale(0, RoundingMode.HALF_UP);
        if (from.unit().equals(to.unit())) {
            BigDecimal one = base(new Amount("", BigDecimal.ONE, to.unit(), ""));
            BigDecimal number = base.divide(one, MOST_DECIMALS, RoundingMode.HALF_EVEN);
            if (number.multiply(one).compareTo(base) == 0) {
                BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
                return new Amount("", shortest, to.unit(), "").quantity();
            }
        }
        return dimension.written(base);
    }

    private BigDecimal base(Amount amount) {
        return dimension.base(amount).orElseThrow(() -> new IllegalArgumentException(UnitFormat.quote(amount.quantity())
                + " is no end of a range (allowed: " + allowed() + ")"));
    }

    private String allowed() {
        return switch (dimension) {
            case TIME -> UnitFormat.allowedTime();
            case BYTES -> UnitFormat.allowedBytes();
            default -> UnitFormat.allowedBitRate();
        };
    }

    private BigDecimal between(BigDecimal first, BigDecimal last, int step) {
        return first.add(last.subtract(first).multiply(BigDecimal.valueOf(step)).divide(BigDecimal.valueOf(count - 1L),
                MathContext.DECIMAL128));
    }
}

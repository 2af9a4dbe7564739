// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that holds a number, cut into its parts: {@code exponential 2 ms} is exponential, 2, ms.
 *
 * @param prefix words before the number, stripped; may be empty
 * @param number the first number, not negative
 * @param unit   right behind it; empty if there is none
 * @param suffix what follows, stripped; may be empty
 */
record Amount(String prefix, BigDecimal number, String unit, String suffix) {

    /** Longer than any value of a number with its unit and distribution. */
    private static final int LONGEST = 200;
    private static final Pattern FORM = Pattern.compile(
            "([A-Za-z ]*)([0-9]{1,20}(?:\\.[0-9]{1,20})?(?:[eE][-+]?[0-9]{1,2})?)[ \t]*([^0-9. \t]\\S{0,15})?([ \t]+.*)?");

    /** Nothing if there is no number in it. */
    static Optional<Amount> of(String text) {
        Matcher matcher = FORM.matcher(text.length() > LONGEST ? "" : text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Amount(matcher.group(1).strip(), new BigDecimal(matcher.group(2)), given(matcher.group(3)),
                given(matcher.group(4)).strip()));
    }

    private static String given(String group) {
        return group == null ? "" : group;
    }

    /** Number and unit. */
    String quantity() {
        return number.toPlainString() + (unit.isEmpty() ? "" : " " + unit);
    }

    /** The same words around another quantity. */
    String around(String quantity) {
        return (prefix.isEmpty() ? "" : prefix + " ") + quantity + (suffix.isEmpty() ? "" : " " + suffix);
    }

    /** The same words stand around both. */
    boolean like(Amount other) {
        return prefix.equals(other.prefix) && suffix.equals(other.suffix);
    }
}

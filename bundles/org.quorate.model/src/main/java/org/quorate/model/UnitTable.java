// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The units of one kind of quantity, exact in decimal arithmetic. Immutable, thread-safe.
 */
final class UnitTable {

    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,20}(?:\\.[0-9]{1,20})?)[ \t]*([^0-9. \t]\\S{0,15})?");
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final String kind;
    private final String base;
    private final String example;
    private final Map<String, BigDecimal> units;
    private final List<String> canonical;

    /**
     * @param kind what is measured, for messages ("size")
     * @param base what the smallest whole amount is called, for messages ("bytes")
     * @param example a good value
     * @param units all accepted symbols with their size in base units
     * @param canonical the symbols that are written, from the smallest to the largest
     */
    UnitTable(String kind, String base, String example, Map<String, BigDecimal> units, List<String> canonical) {
        this.kind = kind;
        this.base = base;
        this.example = example;
        this.units = new LinkedHashMap<>(units);
        this.canonical = List.copyOf(canonical);
    }

    /** The amount in base units, not rounded. */
    BigDecimal parse(String text) {
        Matcher matcher = QUANTITY.matcher(text.strip());
        if (!matcher.matches()) {
            throw new UnitFormatException(UnitFormat.quote(text) + " is not a " + kind, allowed());
        }
        if (matcher.group(2) == null) {
            throw new UnitFormatException(UnitFormat.quote(text) + " is a bare number: its unit is missing", allowed());
        }
        BigDecimal factor = units.get(matcher.group(2));
        if (factor == null) {
            throw unknownUnit(matcher.group(2));
        }
        return new BigDecimal(matcher.group(1)).multiply(factor);
    }

    /** The amount in base units, which must be whole and fit 63 bits. */
    long parseWhole(String text) {
        BigDecimal amount = parse(text);
        if (amount.compareTo(MOST) > 0) {
            throw new UnitFormatException(UnitFormat.quote(text) + " is too large for a " + kind, allowed());
        }
        if (amount.stripTrailingZeros().scale() > 0) {
            throw new UnitFormatException(UnitFormat.quote(text) + " is not a whole number of " + base, allowed());
        }
        return amount.longValueExact();
    }

    private UnitFormatException unknownUnit(String symbol) {
        // "Gbps" is nearest to GB/s, but means bits.
        String spelt = symbol.replaceFirst("(?i)bps$", "bit/s");
        String hint = units.keySet().stream().filter(spelt::equalsIgnoreCase).findFirst()
                .or(() -> symbol.length() > 3 ? Spelling.nearest(symbol, units.keySet()) : Optional.empty())
                .map(unit -> "; did you mean " + unit + "?").orElse("");
        return new UnitFormatException(UnitFormat.quote(symbol) + " is not a unit of " + kind + hint, allowed());
    }

    /** The amount with the largest unit that is at most the amount. */
    String format(long amount) {
        String unit = canonical.get(0);
        BigDecimal value = BigDecimal.valueOf(amount);
        for (String candidate : canonical) {
            if (value.compareTo(units.get(candidate)) >= 0) {
                unit = candidate;
            }
        }
        return text(value, unit);
    }

    /** The amount with the largest unit of which it is a whole number. */
    String formatWhole(long amount) {
        String unit = canonical.get(0);
        BigDecimal value = BigDecimal.valueOf(amount);
        for (String candidate : canonical) {
            if (amount != 0 && value.remainder(units.get(candidate)).signum() == 0) {
                unit = candidate;
            }
        }
        return text(value, unit);
    }

    private String text(BigDecimal amount, String unit) {
        // All canonical units are powers of two or of ten times 6: the quotient is finite but for minutes and hours,
        // which formatWhole only picks when they divide.
        return amount.divide(units.get(unit)).stripTrailingZeros().toPlainString() + " " + unit;
    }

    String allowed() {
        return "a number and " + symbols() + ", for example " + example;
    }

    String symbols() {
        List<String> symbols = new ArrayList<>(units.keySet());
        String last = symbols.remove(symbols.size() - 1);
        return symbols.isEmpty() ? last : String.join(", ", symbols) + " or " + last;
    }

    /** A regular expression (ECMA 262 and Java) of the texts that this table reads. */
    String pattern() {
        return "[0-9]{1,20}(\\.[0-9]{1,20})?[ \\t]*(" + String.join("|", units.keySet()) + ")";
    }
}

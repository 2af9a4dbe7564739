// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.Optional;
import org.quorate.study.result.Interval;
import org.quorate.study.text.Quantity;
import org.quorate.study.text.Unit;

/**
 * A figure in a table: the number, aligned to its right, and what stands behind it.
 *
 * @param number for example {@code 3.214}
 * @param spread for example {@code ±0.052}; may be empty
 */
record Cell(String number, String spread) {

    static final Cell EMPTY = new Cell("", "");
    /** There is no such figure. */
    static final Cell NONE = new Cell("-", "");

    static Cell text(String text) {
        return new Cell(text, "");
    }

    /** A figure with its interval, in the unit. */
    static Cell of(Interval interval, Unit unit) {
        double mean = unit.of(interval.mean());
        double halfWidth = unit.of(interval.halfWidth());
        int decimals = Quantity.decimals(mean, halfWidth);
        String spread = halfWidth == 0 ? "" : "±" + Quantity.number(halfWidth, decimals);
        return new Cell(Quantity.number(mean, decimals), spread);
    }

    static Cell of(Optional<Interval> interval, Unit unit) {
        return interval.map(known -> of(known, unit)).orElse(NONE);
    }
}

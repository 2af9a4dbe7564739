// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import org.quorate.report.text.Notation;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;

/**
 * An axis. Its ticks carry the unit.
 *
 * @param title    what is shown along it
 * @param unit     of the values
 * @param scale    how they are placed
 * @param low      where it starts; more than 0 for LOG, 0 or more for NINES
 * @param high     where it ends, more than {@code low}; less than 1 for NINES
 * @param notation of its marks and of what is read off
 */
public record Axis(String title, Unit unit, Scale scale, double low, double high, Notation notation) {

    /** In English. */
    public Axis(String title, Unit unit, Scale scale, double low, double high) {
        this(title, unit, scale, low, high, Notation.ENGLISH);
    }

    public Axis {
        if (!(scale.place(low) < scale.place(high)) || !Double.isFinite(scale.place(low))
                || !Double.isFinite(scale.place(high))) {
            throw new IllegalArgumentException("no " + scale + " axis from " + low + " to " + high);
        }
    }

    /** The same with that scale and those ends. */
    public Axis with(Scale other, double from, double to) {
        return new Axis(title, unit, other, from, to, notation);
    }

    /** A value in the notation of the axis, in the multiple of the unit that suits it. */
    public Quantity quantity(double value) {
        return Quantity.of(unit, value).in(notation);
    }

    /** What is read off at a value; of a distribution with a digit beyond its nines, for example {@code 99.95 %}. */
    public Reading reading(double value) {
        if (scale == Scale.NINES && value < 1) {
            return new Reading.Said(title, quantity(value).resolving((1 - value) / 10).text());
        }
        return notation == Notation.ENGLISH ? new Reading.Measured(title, unit, value, 0)
                : new Reading.Said(title, quantity(value).text());
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;

/**
 * An axis. Its ticks carry the unit.
 *
 * @param title what is shown along it
 * @param unit  of the values
 * @param scale how they are placed
 * @param low   where it starts; more than 0 for LOG, 0 or more for NINES
 * @param high  where it ends, more than {@code low}; less than 1 for NINES
 */
public record Axis(String title, Unit unit, Scale scale, double low, double high) {

    public Axis {
        if (!(scale.place(low) < scale.place(high)) || !Double.isFinite(scale.place(low))
                || !Double.isFinite(scale.place(high))) {
            throw new IllegalArgumentException("no " + scale + " axis from " + low + " to " + high);
        }
    }

    /** What is read off at a value; of a distribution with a digit beyond its nines, for example {@code 99.95 %}. */
    public Reading reading(double value) {
        return scale == Scale.NINES && value < 1
                ? new Reading.Said(title, Quantity.of(unit, value).resolving((1 - value) / 10).text())
                : new Reading.Measured(title, unit, value, 0);
    }
}

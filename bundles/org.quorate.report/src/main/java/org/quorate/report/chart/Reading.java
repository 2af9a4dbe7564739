// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Interval;

/** Something that can be read off a chart where one points at it. Immutable. */
public sealed interface Reading {

    /**
     * A figure. It is put into words only when somebody asks.
     *
     * @param title     what it is
     * @param unit      of both numbers
     * @param value     finite
     * @param halfWidth of its interval, 0: none
     */
    record Measured(String title, Unit unit, double value, double halfWidth) implements Reading {

        /** For example {@code 1.25 ± 0.04 ms}. */
        @Override
        public String text() {
            return Quantity.of(unit, new Interval(value, halfWidth)).text();
        }
    }

    /**
     * Words.
     *
     * @param title what they are about; may be empty
     * @param text  one line
     */
    record Said(String title, String text) implements Reading {
    }

    /** What it is; empty if the text says all. */
    String title();

    /** With its unit. */
    String text();

    /** Both. */
    default String line() {
        return title().isEmpty() ? text() : title() + ": " + text();
    }
}

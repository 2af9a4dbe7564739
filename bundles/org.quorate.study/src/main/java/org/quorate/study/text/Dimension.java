// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.text;

import java.util.List;

/** Kinds of figures with the units that suit them. */
public enum Dimension {
    /** Base unit: nanosecond. */
    TIME(new Unit("ns", 1), new Unit("µs", 1e3), new Unit("ms", 1e6), new Unit("s", 1e9)),
    /** Base unit: byte. */
    BYTES(new Unit("B", 1), new Unit("KiB", 1024), new Unit("MiB", 1024.0 * 1024), new Unit("GiB", 1024.0 * 1024 * 1024)),
    /** Operations a second. */
    RATE(new Unit("/s", 1)),
    /** Plain numbers. */
    NUMBER(new Unit("", 1));

    private final List<Unit> units;

    Dimension(Unit... units) {
        this.units = List.of(units);
    }

    /** The largest unit in which the figure is 1 or more, else the smallest unit. */
    public Unit unitFor(double baseValue) {
        Unit fitting = units.get(0);
        for (Unit unit : units) {
            if (Math.abs(baseValue) >= unit.size()) {
                fitting = unit;
            }
        }
        return fitting;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.text;

import java.util.List;

/**
 * What a figure is measured in. The base is the unit in which values are passed; a {@link Step} is one of its multiples
 * in print.
 */
public enum Unit {
    /** Base: nanoseconds. */
    TIME(new Step("ns", 1), new Step("µs", 1e3), new Step("ms", 1e6), new Step("s", 1e9)),
    /** Base: bytes. Multiples of 1024. */
    BYTES(binary("")),
    /** Base: bytes an operation. */
    BYTES_PER_OPERATION(binary("/op")),
    /** Base: bytes an inode. */
    BYTES_PER_INODE(new Step("B/inode", 1)),
    /** Base: bits a second. */
    BIT_RATE(new Step("bit/s", 1), new Step("kbit/s", 1e3), new Step("Mbit/s", 1e6), new Step("Gbit/s", 1e9),
            new Step("Tbit/s", 1e12)),
    OPERATIONS_PER_SECOND(new Step("op/s", 1)),
    REQUESTS_PER_SECOND(new Step("I/O/s", 1)),
    MESSAGES_PER_OPERATION(new Step("msg/op", 1)),
    REQUESTS_PER_OPERATION(new Step("I/O/op", 1)),
    REQUESTS_PER_MEBIBYTE(new Step("I/O/MiB", 1)),
    MESSAGES(new Step("msg", 1)),
    OPERATIONS(new Step("op", 1)),
    /** How often somebody had to wait, and how often something went to another node. */
    WAITS(new Step("waits", 1)),
    HAND_OVERS(new Step("hand-overs", 1)),
    /** Lock objects. */
    OBJECTS(new Step("objects", 1)),
    INODES(new Step("inodes", 1)),
    CORES(new Step("cores", 1)),
    FILES(new Step("files", 1)),
    /** A plain number, for settings that have no unit: what it counts stands beside it. */
    NUMBER(new Step("", 1)),
    /** A plain number of things of which there is no half. */
    COUNT(new Step("", 1)),
    /** One figure by another. */
    RATIO(new Step(":1", 1)),
    /** Base: a fraction of 1. */
    SHARE(new Step("%", 0.01)),
    /** Base: a fraction of 1; written with its sign. */
    CHANGE(new Step("%", 0.01));

    private final List<Step> steps;

    Unit(Step... steps) {
        this.steps = List.of(steps);
    }

    /**
     * A multiple of a unit.
     *
     * @param symbol in print
     * @param factor base units in one
     */
    public record Step(String symbol, double factor) {
    }

    private static Step[] binary(String suffix) {
        String[] prefixes = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
        Step[] steps = new Step[prefixes.length];
        for (int i = 0; i < prefixes.length; i++) {
            steps[i] = new Step(prefixes[i] + suffix, Math.scalb(1.0, 10 * i));
        }
        return steps;
    }

    /** Rising. */
    public List<Step> steps() {
        return steps;
    }

    /** The largest multiple that leaves at least 1 before the decimal point; the smallest one if none does. */
    public Step stepFor(double value) {
        Step best = steps.get(0);
        for (Step step : steps) {
            // A hair below, so that 999.99999 µs out of floating point become 1 ms.
            if (Math.abs(value) >= step.factor() * (1 - 1e-9)) {
                best = step;
            }
        }
        return best;
    }

    /** True if there is nothing between a whole number and the next. */
    public boolean whole() {
        return this == COUNT;
    }

    /** True if the sign is written even when positive. */
    public boolean signed() {
        return this == CHANGE;
    }
}

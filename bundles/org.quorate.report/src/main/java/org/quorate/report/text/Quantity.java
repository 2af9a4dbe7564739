// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.text;

import java.util.Collection;
import java.util.Optional;
import org.quorate.report.text.Unit.Step;
import org.quorate.study.result.Interval;

/**
 * A figure with its unit and interval, ready for print.
 *
 * @param unit      of both numbers
 * @param value     finite
 * @param halfWidth of the confidence interval, 0 or more, finite; 0: known exactly, or equal in all replications
 * @param step      the multiple of the unit to print in
 * @param decimals  digits after the point, of both numbers, 0 to 12
 * @param notation  of both numbers and the unit
 */
public record Quantity(Unit unit, double value, double halfWidth, Step step, int decimals, Notation notation) {

    /** Values further apart than this do not share a multiple of their unit. */
    private static final double SPREAD = 1000;
    private static final double SMALLEST = 0.1;

    public Quantity {
        if (!Double.isFinite(value) || !Double.isFinite(halfWidth) || halfWidth < 0) {
            throw new IllegalArgumentException("not a quantity: " + value + " ± " + halfWidth);
        }
        if (!unit.steps().contains(step)) {
            throw new IllegalArgumentException(step.symbol() + " is no multiple of " + unit);
        }
    }

    /** In English. */
    public Quantity(Unit unit, double value, double halfWidth, Step step, int decimals) {
        this(unit, value, halfWidth, step, decimals, Notation.ENGLISH);
    }

    /** An exact value in the multiple that suits it, to at most four digits. */
    public static Quantity of(Unit unit, double value) {
        return in(unit.stepFor(value), unit, Interval.exactly(value));
    }

    /** An estimate in the multiple that suits it, to two digits of its interval and at most four of its own. */
    public static Quantity of(Unit unit, Interval interval) {
        return in(unit.stepFor(interval.mean() == 0 ? interval.halfWidth() : interval.mean()), unit, interval);
    }

    /** An estimate in a given multiple. */
    public static Quantity in(Step step, Unit unit, Interval interval) {
        double value = interval.mean() / step.factor();
        double halfWidth = interval.halfWidth() / step.factor();
        int decimals = Digits.decimals(value, halfWidth);
        return new Quantity(unit, interval.mean(), interval.halfWidth(), step,
                halfWidth == 0 ? Digits.needed(value, decimals) : decimals);
    }

    /**
     * The multiple in which values that are read side by side are printed, so that they can be compared digit by digit:
     * that of the largest, or a smaller one in which the smallest is not less than 0.1. Absent if they are too far
     * apart for that: each in its own.
     */
    public static Optional<Step> common(Unit unit, Collection<Interval> values) {
        double[] sizes = values.stream().mapToDouble(v -> Math.abs(v.mean())).filter(v -> v > 0).sorted().toArray();
        if (sizes.length == 0 || sizes[sizes.length - 1] > sizes[0] * SPREAD) {
            return Optional.empty();
        }
        Step common = unit.stepFor(sizes[0]);
        for (Step step : unit.steps()) {
            boolean wanted = step.factor() <= unit.stepFor(sizes[sizes.length - 1]).factor();
            common = wanted && sizes[0] >= SMALLEST * step.factor() ? step : common;
        }
        return Optional.of(common);
    }

    /** The same with that many digits after the point. */
    public Quantity withDecimals(int digits) {
        return new Quantity(unit, value, halfWidth, step, digits, notation);
    }

    /** The same in that notation. */
    public Quantity in(Notation other) {
        return new Quantity(unit, value, halfWidth, step, decimals, other);
    }

    /** The same with as many digits after the point, 12 at most, as tell values apart that lie that far from one another, in base units. */
    public Quantity resolving(double distance) {
        double printed = distance / step.factor();
        int digits = Math.max(0, Math.min(12, (int) Math.ceil(-Math.log10(printed) - 1e-9)));
        return withDecimals(Math.max(decimals, Digits.needed(value / step.factor(), digits)));
    }

    /** The number alone, for example {@code 1.25}. */
    public String number() {
        return notation.number(Digits.number(value / step.factor(), decimals, unit.signed()));
    }

    /** The half width alone, for example {@code 0.04}; empty if it is 0. */
    public String tolerance() {
        return halfWidth == 0 ? "" : notation.number(Digits.tolerance(halfWidth / step.factor(), decimals));
    }

    /** The unit alone, for example {@code ms}. */
    public String symbol() {
        return notation.symbol(step.symbol());
    }

    /** All of it, for example {@code 1.25 ± 0.04 ms}. */
    public String text() {
        String tolerance = tolerance();
        return number() + (tolerance.isEmpty() ? "" : " ± " + tolerance) + unitBehind();
    }

    /** Without the interval and to three digits, for the little room in a chart, for example {@code 1.25 ms}. */
    public String brief() {
        return briefNumber() + unitBehind();
    }

    private String unitBehind() {
        return symbol().isEmpty() ? "" : " " + symbol();
    }

    /** The number of {@link #brief}. */
    public String briefNumber() {
        double printed = value / step.factor();
        return notation.number(Digits.number(printed, Digits.needed(printed, Math.max(0, Digits.decimals(printed, 0) - 1)),
                unit.signed()));
    }
}

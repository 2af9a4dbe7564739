// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.Collection;
import java.util.List;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.Ticks;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Interval;
import org.quorate.study.sweep.SweepField;

/** Axes that suit the values of a sweep: logarithmic where they are spread so. Pure functions. */
final class SweepAxes {

    /** Spread from which on steps may be steps of a factor. */
    private static final double FEW_TIMES = 4;
    /** Spread from which on a linear axis would press the small figures flat. */
    private static final double MANY_TIMES = 20;
    /** Room beside the outermost points, as a share of the axis. */
    private static final double MARGIN = 0.04;
    private static final double HEADROOM = 1.03;

    private SweepAxes() {
    }

    /** Over the values of a field that are numbers, two or more. */
    static Axis across(String title, SweepField field) {
        double[] values = field.numbers().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double low = values[0];
        double high = values[values.length - 1];
        Unit unit = unit(field);
        if (inFactors(values)) {
            double room = Math.pow(high / low, MARGIN);
            return new Axis(title, unit, Scale.LOG, low / room, high * room);
        }
        double room = (high - low) * MARGIN;
        return new Axis(title, unit, Scale.LINEAR, low >= 0 ? Math.max(0, low - room) : low - room, high + room);
    }

    private static Unit unit(SweepField field) {
        return switch (field.dimension()) {
            case TIME -> Unit.TIME;
            case BYTES -> Unit.BYTES;
            case BANDWIDTH -> Unit.BIT_RATE;
            case SHARE -> Unit.SHARE;
            case RATE -> Unit.OPERATIONS_PER_SECOND;
            case COUNT -> Unit.COUNT;
            case NUMBER, WORDS -> Unit.NUMBER;
        };
    }

    /** Spread widely, and more evenly by factors than by differences. */
    private static boolean inFactors(double[] sorted) {
        if (sorted[0] <= 0 || sorted[sorted.length - 1] < FEW_TIMES * sorted[0] || sorted.length < 3) {
            return false;
        }
        double widestStep = 0;
        double widestFactor = 0;
        for (int i = 1; i < sorted.length; i++) {
            widestStep = Math.max(widestStep, sorted[i] - sorted[i - 1]);
            widestFactor = Math.max(widestFactor, Math.log(sorted[i] / sorted[i - 1]));
        }
        // How much of the axis its widest gap takes.
        return widestFactor / Math.log(sorted[sorted.length - 1] / sorted[0])
                < widestStep / (sorted[sorted.length - 1] - sorted[0]);
    }

    /** For figures; logarithmic if they are all more than 0 and far apart, else from 0. */
    static Axis upwards(String title, Unit unit, Collection<Interval> values) {
        double least = values.stream().mapToDouble(Interval::mean).min().orElse(0);
        double most = values.stream().mapToDouble(Interval::mean).max().orElse(0);
        if (least <= 0 || most < MANY_TIMES * least) {
            return fromZero(title, unit, values);
        }
        // An interval that reaches down to 0 has no end on such an axis; half of the smallest figure is room enough.
        List<Double> ends = values.stream().map(value -> Math.max(value.low(), least / 2)).toList();
        double top = values.stream().mapToDouble(Interval::high).max().orElse(most);
        return new Axis(title, unit, Scale.LOG, Ticks.decadeDown(ends.stream().mapToDouble(Double::doubleValue).min().orElse(least)),
                Ticks.decadeUp(top));
    }

    /** From 0 to beyond the largest interval. */
    static Axis fromZero(String title, Unit unit, Collection<Interval> values) {
        double top = values.stream().mapToDouble(Interval::high).max().orElse(0);
        return new Axis(title, unit, Scale.LINEAR, 0, Ticks.roundUp(unit, top * HEADROOM));
    }
}

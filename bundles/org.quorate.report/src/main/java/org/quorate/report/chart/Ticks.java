// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.quorate.model.UnitFormat;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Interval;

/** Chooses the marks of an axis: round values, not too many. Pure functions. */
public final class Ticks {

    private static final double[] SHARES = {0, 0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999};

    private Ticks() {
    }

    /**
     * The marks of an axis, rising.
     *
     * @param most as many as there is room for, 2 or more
     */
    public static List<Tick> of(Axis axis, int most) {
        return switch (axis.scale()) {
            case LINEAR -> linear(axis, most);
            case LOG -> logarithmic(axis, most);
            case NINES -> nines(axis, most);
        };
    }

    /** A part of the axis without two of the usual shares inside has marks at equal steps. */
    private static List<Tick> nines(Axis axis, int most) {
        List<Tick> ticks = DoubleStream.of(SHARES).filter(share -> share >= axis.low() - 1e-9 && share <= axis.high() + 1e-9)
                .mapToObj(share -> new Tick(share, axis.notation().number(UnitFormat.formatPercent(share)))).toList();
        return ticks.size() >= 2 ? ticks : linear(axis, most);
    }

    /** The smallest end of a linear axis from 0 that holds the value and at which a mark can stand. */
    public static double roundUp(Unit unit, double value) {
        if (value <= 0) {
            return unit.steps().get(0).factor();
        }
        double step = step(value / 5, unit.stepFor(value).factor());
        return Math.ceil(value / step - 1e-9) * step;
    }

    /** The largest 1, 2 or 5 times a power of ten that is at most the value: where a logarithmic axis starts. */
    public static double decadeDown(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
        double mantissa = value / power * (1 + 1e-9);
        return (mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1) * power;
    }

    /** The smallest 1, 2 or 5 times a power of ten that is more than the value: where a logarithmic axis ends. */
    public static double decadeUp(double value) {
        double down = decadeDown(value);
        double mantissa = down / Math.pow(10, Math.floor(Math.log10(down) + 1e-9));
        return down * (mantissa > 1.5 && mantissa < 3 ? 2.5 : 2);
    }

    private static List<Tick> linear(Axis axis, int most) {
        double factor = axis.unit().stepFor(axis.high()).factor();
        double step = Math.max(step((axis.high() - axis.low()) / most, factor), axis.unit().whole() ? 1 : 0);
        List<Tick> ticks = new ArrayList<>();
        double slack = step * 1e-6;
        for (long i = (long) Math.ceil((axis.low() - slack) / step); i * step <= axis.high() + slack; i++) {
            ticks.add(tick(axis, i * step, factor, step));
        }
        return ticks;
    }

    private static Tick tick(Axis axis, double value, double factor, double step) {
        Unit.Step multiple = axis.unit().steps().stream().filter(s -> s.factor() == factor).findFirst().orElseThrow();
        return new Tick(value, Quantity.in(multiple, axis.unit(), Interval.exactly(value)).in(axis.notation()).resolving(step).text());
    }

    /** 1, 2 or 5 times a power of ten of the printed multiple, at least {@code least}. */
    private static double step(double least, double factor) {
        double power = Math.pow(10, Math.floor(Math.log10(least / factor)));
        for (double mantissa : new double[] {1, 2, 5}) {
            if (mantissa * power * factor >= least * (1 - 1e-9)) {
                return mantissa * power * factor;
            }
        }
        return 10 * power * factor;
    }

    private static List<Tick> logarithmic(Axis axis, int most) {
        for (double[] mantissas : new double[][] {{1, 2, 5}, {1, 3}, {1}}) {
            List<Tick> ticks = decades(axis, mantissas, 1);
            if (ticks.size() <= most && ticks.size() >= 2) {
                return ticks;
            }
        }
        int decades = (int) Math.ceil(Math.log10(axis.high() / axis.low()));
        List<Tick> ticks = decades(axis, new double[] {1}, Math.max(1, (int) Math.ceil(decades / (double) most)));
        if (ticks.size() >= 2) {
            return ticks;
        }
        // Less than a decade, without two round values inside: nearly linear.
        List<Tick> between = linear(axis, most);
        return between.size() >= 2 ? between : List.of(own(axis, axis.low()), own(axis, axis.high()));
    }

    private static List<Tick> decades(Axis axis, double[] mantissas, int every) {
        List<Tick> ticks = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(axis.low()));
        int last = (int) Math.ceil(Math.log10(axis.high()));
        for (int decade = first; decade <= last; decade += every) {
            for (double mantissa : mantissas) {
                double value = mantissa * Math.pow(10, decade);
                if (value >= axis.low() * (1 - 1e-9) && value <= axis.high() * (1 + 1e-9)) {
                    ticks.add(own(axis, value));
                }
            }
        }
        return ticks;
    }

    private static Tick own(Axis axis, double value) {
        return new Tick(value, axis.quantity(value).text());
    }
}

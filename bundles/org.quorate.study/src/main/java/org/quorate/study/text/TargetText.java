// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.text;

import java.math.BigDecimal;
import java.util.Locale;
import org.quorate.model.Target;
import org.quorate.study.result.Interval;

/** Targets and figures held against them, in words. */
public final class TargetText {

    private static final double NANOS_PER_MILLI = 1e6;

    private TargetText() {
    }

    /** For example {@code p99 create ≤ 20 ms}. */
    public static String of(Target target) {
        String operation = target.operation().map(o -> " " + o.name().toLowerCase(Locale.ROOT)).orElse("");
        return switch (target.figure()) {
            case LATENCY -> "p" + percentile(target.percentile())
                    + (operation.isEmpty() ? " of every operation" : operation) + " ≤ " + limit(target);
            case THROUGHPUT -> "throughput" + operation + " ≥ " + limit(target);
            case LOCK_MEMORY -> "lock memory ≤ " + limit(target) + " a node";
        };
    }

    /** A figure that is in the unit of its target, for example {@code 25.1 ms ± 2.3 ms}. */
    public static String value(Target.Figure figure, Interval value) {
        double scale = figure == Target.Figure.LATENCY ? NANOS_PER_MILLI : 1;
        Dimension dimension = switch (figure) {
            case LATENCY -> Dimension.TIME;
            case THROUGHPUT -> Dimension.RATE;
            case LOCK_MEMORY -> Dimension.BYTES;
        };
        return Quantity.of(dimension, new Interval(value.mean() * scale, value.halfWidth() * scale));
    }

    private static String limit(Target target) {
        return value(target.figure(), Interval.exactly(target.limit()));
    }

    private static String percentile(double percentile) {
        return BigDecimal.valueOf(percentile).stripTrailingZeros().toPlainString();
    }
}

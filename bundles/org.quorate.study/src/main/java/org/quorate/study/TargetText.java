// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.math.BigDecimal;
import java.util.Locale;
import org.quorate.model.Target;
import org.quorate.study.result.Interval;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;

/** Targets and figures held against them, in words. */
final class TargetText {

    private static final double NANOS_PER_MILLI = 1e6;

    private TargetText() {
    }

    /** For example {@code p99 create ≤ 20 ms}. */
    static String of(Target target) {
        String operation = target.operation().map(o -> " " + o.name().toLowerCase(Locale.ROOT)).orElse("");
        return switch (target.figure()) {
            case LATENCY -> "p" + percentile(target.percentile()) + (operation.isEmpty() ? " of every operation" : operation)
                    + " ≤ " + limit(target);
            case THROUGHPUT -> "throughput" + operation + " ≥ " + limit(target);
            case LOCK_MEMORY -> "lock memory ≤ " + limit(target) + " a node";
        };
    }

    /** A figure in the unit of the target, for example {@code 25.1 ms ± 2.3 ms}. */
    static String value(Target target, Interval value) {
        double scale = scale(target);
        return Quantity.of(dimension(target), new Interval(value.mean() * scale, value.halfWidth() * scale));
    }

    private static String limit(Target target) {
        return Quantity.of(dimension(target), Interval.exactly(target.limit() * scale(target)));
    }

    private static double scale(Target target) {
        return target.figure() == Target.Figure.LATENCY ? NANOS_PER_MILLI : 1;
    }

    private static Dimension dimension(Target target) {
        return switch (target.figure()) {
            case LATENCY -> Dimension.TIME;
            case THROUGHPUT -> Dimension.RATE;
            case LOCK_MEMORY -> Dimension.BYTES;
        };
    }

    private static String percentile(double percentile) {
        return BigDecimal.valueOf(percentile).stripTrailingZeros().toPlainString();
    }
}

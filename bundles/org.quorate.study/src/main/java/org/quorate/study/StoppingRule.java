// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.quorate.model.StudySettings;
import org.quorate.study.result.Stopping.Reason;

/**
 * When there are enough replications: the sequential procedure of Law ("Simulation Modeling and Analysis", 5th ed., section 9.4.1)
 * for a half width that is a share of the mean that was found (for an error that is a share of the true mean, Law stops at
 * share / (1 + share)), with looks that are as far apart as the spread so far demands. Each look is another chance to stop at a
 * spread that is small by accident, so there are few, and the first comes late. A pure function of what the replications gave,
 * except for the time budget.
 *
 * @param fewest      replications before the first look
 * @param most        1000 or less, at least {@code fewest}
 * @param precision   wanted half width as a share of the mean
 * @param budgetNanos wall time
 */
record StoppingRule(int fewest, int most, OptionalDouble precision, OptionalLong budgetNanos) {

    /** A look adds at least a fifth of what there is, and at most as much. */
    private static final int SMALLEST_STEP = 5;

    static StoppingRule of(StudySettings settings) {
        return new StoppingRule(settings.fewest(), settings.maxReplications(), settings.precision(),
                settings.timeBudget().map(Duration::toNanos).map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    /**
     * How many replications to have next; {@code made} if there are enough.
     *
     * @param made         replications of every contender, {@code fewest} or more
     * @param widest       largest half width as a share of the mean; absent if there is no mean
     * @param elapsedNanos wall time that they took
     */
    int next(int made, OptionalDouble widest, long elapsedNanos) {
        if (made >= most || precision.isPresent() && (widest.isEmpty() || precise(widest.getAsDouble()))) {
            return made;
        }
        long wanted = 2L * made;
        if (precision.isPresent()) {
            // The half width shrinks with the root of the number.
            double shrink = widest.getAsDouble() / precision.getAsDouble();
            long needed = (long) Math.ceil(Math.min(2, shrink * shrink) * made);
            wanted = Math.max(needed, made + Math.max(1, made / SMALLEST_STEP));
        }
        if (budgetNanos.isPresent()) {
            long left = Math.max(0, budgetNanos.getAsLong() - elapsedNanos);
            wanted = Math.min(wanted, made + left / Math.max(1, elapsedNanos / made));
        }
        return (int) Math.min(wanted, most);
    }

    /** Why {@link #next} gave no more. */
    Reason reason(int made, OptionalDouble widest) {
        if (precision.isPresent() && widest.isEmpty()) {
            return Reason.NO_LATENCY;
        }
        if (precision.isPresent() && precise(widest.getAsDouble())) {
            return Reason.PRECISE;
        }
        return made >= most ? Reason.MOST_REPLICATIONS : Reason.TIME_BUDGET;
    }

    private boolean precise(double width) {
        return width <= precision.getAsDouble();
    }
}

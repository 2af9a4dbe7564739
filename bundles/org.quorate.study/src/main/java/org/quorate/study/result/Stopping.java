// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.List;
import java.util.Optional;

/**
 * Why a study with a wanted precision or a time budget made so many replications. Immutable.
 *
 * @param reason          what ended it
 * @param precision       wanted half width as a share of the mean latency over the mix; absent if none was wanted
 * @param maxReplications most that were allowed
 * @param timeBudgetNanos wall time after which no replication was to end; absent if there was no limit
 * @param reached         one entry a contender, in the order of the result
 */
public record Stopping(Reason reason, Optional<Double> precision, int maxReplications, Optional<Long> timeBudgetNanos,
        List<Reached> reached) {

    /** What ended a study. */
    public enum Reason {
        /** Every contender that has a mean latency over the mix has it as precisely as was wanted. */
        PRECISE,
        /** The most replications were made. */
        MOST_REPLICATIONS,
        /** A further replication would not have ended in time. */
        TIME_BUDGET,
        /** No contender has a mean latency over the mix, because all are saturated or did nothing. */
        NO_LATENCY
    }

    /**
     * What one contender came to.
     *
     * @param label     of the contender
     * @param halfWidth half width as a share of its mean latency over the mix; absent if it has none
     */
    public record Reached(String label, Optional<Double> halfWidth) {
    }

    public Stopping {
        reached = List.copyOf(reached);
    }

    /** The contender whose latency is known least. */
    public Optional<Double> widest() {
        return reached.stream().flatMap(contender -> contender.halfWidth().stream()).max(Double::compare);
    }

    /** A precision was wanted, and some contender's latency is not known that well. */
    public boolean missesPrecision() {
        return precision.isPresent() && widest().map(width -> width > precision.get()).orElse(false);
    }
}

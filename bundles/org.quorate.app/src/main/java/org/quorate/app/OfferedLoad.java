// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.UnitFormat;

/**
 * The field whose value says how much work is offered: threads or arrivals on each node of the one phase that is measured. Where several
 * are measured there is none, since a search moves one field. Pure functions.
 */
final class OfferedLoad {

    /** The search looks so far above and, of arrivals, below what is offered: a cluster with more head-room is not short of it. */
    private static final int FACTOR = 8;
    private static final int DIGITS = 3;

    private OfferedLoad() {
    }

    /**
     * The field with its ends, {@code FIELD=LOW..HIGH} as searches read it.
     *
     * @throws IllegalArgumentException with the reason, half a sentence for the user, if there is no such field
     */
    static String range(Scenario scenario) {
        List<Phase> all = scenario.workload().phases();
        List<Phase> measured = all.stream().filter(Phase::measured).filter(phase -> !phase.mix().isEmpty()).toList();
        if (measured.size() != 1) {
            throw new IllegalArgumentException("the scenario measures " + measured.size() + " phases, whose loads may go different ways");
        }
        String place = "workload.phases[" + all.indexOf(measured.get(0)) + "].";
        if (measured.get(0).load() instanceof Phase.Closed closed) {
            return place + "closed.threads=1.." + Math.min(Phase.Closed.MOST_THREADS, Math.max(2, FACTOR * closed.threads()));
        }
        double offered = ((Phase.Open) measured.get(0).load()).operationsPerSecond();
        return place + "open.rate=" + UnitFormat.formatPerSecond(rounded(offered / FACTOR)) + ".."
                + UnitFormat.formatPerSecond(rounded(offered * FACTOR));
    }

    /** Reads better, and ends need not be exact. */
    private static double rounded(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.setScale(DIGITS - exact.precision() + exact.scale(), RoundingMode.HALF_EVEN).doubleValue();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.model.Operation;
import org.quorate.study.result.Difference;
import org.quorate.study.result.Figure;

/**
 * Paired differences of each two contenders. Immutable.
 *
 * @param intervals over the replications
 */
record Differences(Intervals intervals) {

    List<Difference> of(List<Measured> contenders) {
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            for (int j = i + 1; j < contenders.size(); j++) {
                pair(contenders.get(i), contenders.get(j), differences);
            }
        }
        return differences;
    }

    private void pair(Measured a, Measured b, List<Difference> out) {
        if (a.mixLatency().isPresent() && b.mixLatency().isPresent()) {
            out.add(difference(Figure.MIX_LATENCY, a, b, a.mixLatency().get(), b.mixLatency().get()));
        }
        out.add(difference(Figure.LOCK_MEMORY, a, b, a.lockBytes(), b.lockBytes()));
        for (String phase : a.samples().phaseNames()) {
            out.add(difference(Figure.THROUGHPUT, Optional.of(phase), Optional.empty(), a, b,
                    a.samples().each(phase, PhaseSample::throughput),
                    b.samples().each(phase, PhaseSample::throughput)));
            if (!a.samples().saturated(phase) && !b.samples().saturated(phase)) {
                operations(phase, a, b, out);
            }
        }
    }

    private void operations(String phase, Measured a, Measured b, List<Difference> out) {
        for (Operation operation : a.samples().operations(phase)) {
            if (a.samples().has(phase, operation) && b.samples().has(phase, operation)) {
                out.add(difference(Figure.OPERATION_LATENCY, Optional.of(phase), Optional.of(operation), a, b,
                        a.samples().each(phase, sample -> sample.operations().get(operation).meanNanos()),
                        b.samples().each(phase, sample -> sample.operations().get(operation).meanNanos())));
            }
        }
    }

    /** One figure over all phases, of two contenders. */
    Difference difference(Figure figure, Measured a, Measured b, double[] first, double[] second) {
        return difference(figure, Optional.empty(), Optional.empty(), a, b, first, second);
    }

    private Difference difference(Figure figure, Optional<String> phase, Optional<Operation> operation, Measured a,
            Measured b, double[] first, double[] second) {
        return new Difference(figure, phase, operation, a.label(), b.label(), intervals.difference(first, second),
                intervals.relativeDifference(first, second));
    }
}

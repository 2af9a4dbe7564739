// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import org.quorate.model.Operation;
import org.quorate.study.result.Difference;
import org.quorate.study.result.Figure;

/**
 * Paired differences of each two contenders. Immutable.
 *
 * @param intervals over the replications
 */
record Differences(Intervals intervals) {

    private static final double TAIL = 99;

    List<Difference> of(List<Measured> contenders) {
        List<Difference> differences = new ArrayList<>();
        eachTwo(contenders, (a, b) -> pair(a, b, differences));
        return differences;
    }

    /** The differences of the 99th percentiles of each two contenders, in phases that both can carry. */
    List<Difference> tails(List<Measured> contenders) {
        List<Difference> differences = new ArrayList<>();
        eachTwo(contenders, (a, b) -> a.samples().phaseNames().forEach(phase -> operations(Figure.OPERATION_P99, phase, a, b,
                figures -> figures.percentiles().get(TAIL), differences)));
        return differences;
    }

    private static void eachTwo(List<Measured> contenders, BiConsumer<Measured, Measured> pair) {
        for (int i = 0; i < contenders.size(); i++) {
            for (int j = i + 1; j < contenders.size(); j++) {
                pair.accept(contenders.get(i), contenders.get(j));
            }
        }
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
            operations(Figure.OPERATION_LATENCY, phase, a, b, OperationSample::meanNanos, out);
        }
    }

    private void operations(Figure figure, String phase, Measured a, Measured b, ToDoubleFunction<OperationSample> value,
            List<Difference> out) {
        if (a.samples().saturated(phase) || b.samples().saturated(phase)) {
            return;
        }
        for (Operation operation : a.samples().operations(phase)) {
            if (a.samples().has(phase, operation) && b.samples().has(phase, operation)) {
                out.add(difference(figure, Optional.of(phase), Optional.of(operation), a, b,
                        a.samples().each(phase, sample -> value.applyAsDouble(sample.operations().get(operation))),
                        b.samples().each(phase, sample -> value.applyAsDouble(sample.operations().get(operation)))));
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

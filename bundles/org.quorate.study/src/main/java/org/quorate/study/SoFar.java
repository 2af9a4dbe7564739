// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;

/** What a contender came to in the runs that were made so far, in whichever order. Guarded by its owner. */
final class SoFar {

    private final List<Double> means = new ArrayList<>();
    private long operations;
    private long simulatedNanos;
    private boolean saturated;

    /** @param measured names of the phases that count */
    void add(RunResult run, Set<String> measured) {
        double latency = 0;
        long count = 0;
        for (PhaseResult phase : run.phases()) {
            if (measured.contains(phase.phase())) {
                simulatedNanos += phase.endNanos() - phase.startNanos();
                saturated |= phase.saturated();
                for (OperationResult operation : phase.operations()) {
                    count += operation.latency().count();
                    latency += operation.latency().mean() * operation.latency().count();
                }
            }
        }
        operations += count;
        means.add(count == 0 ? 0 : latency / count);
    }

    LiveFigures.Contender figures(String label, double confidence) {
        return new LiveFigures.Contender(label, means.size(), operations, simulatedNanos, means.size() < 2 || saturated ? Optional.empty()
                : Optional.of(new Intervals(confidence).of(means.stream().mapToDouble(Double::doubleValue).toArray())), saturated);
    }
}

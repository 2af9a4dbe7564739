// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Scenario;
import org.quorate.model.kernel.KernelProfiles;

/** Estimates beside simulations, a row for each contender and phase. */
final class Agreement {

    /** What issue 5 promises. */
    static final double WITHIN = 0.2;
    /** Operations below which a mean says little. */
    private static final long ENOUGH = 200;
    /** Messages an operation below which a few single ones decide. */
    private static final double FEW_MESSAGES = 0.1;

    /**
     * A row.
     *
     * @param name     scenario, contender, phase
     * @param latency  the worst relative error of the mean latency of an operation
     * @param messages the same of messages an operation
     * @param memory   the same of lock memory of a node
     * @param broken   assumptions
     */
    record Row(String name, double latency, double messages, double memory, List<Assumption.Kind> broken) {

        boolean holds() {
            return broken.isEmpty();
        }

        boolean agrees() {
            return Math.max(Math.abs(latency), Math.max(Math.abs(messages), Math.abs(memory))) <= WITHIN;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-52s latency %+6.0f %%  messages %+5.0f %%  memory %+5.0f %%  %s%s", name, 100 * latency,
                    100 * messages, 100 * memory, holds() ? "holds" : broken, holds() && !agrees() ? "  DISAGREES" : "");
        }
    }

    private Agreement() {
    }

    static List<Row> of(String name, Scenario scenario, int replications) {
        Estimate estimate = Estimator.of(scenario, KernelProfiles::named);
        List<Row> rows = new ArrayList<>();
        for (FileSystemSpec contender : scenario.fileSystems()) {
            Simulated simulated = Simulated.of(scenario, contender, replications);
            estimate.contenders().stream().filter(c -> c.label().equals(contender.label())).forEach(c -> c.phases().forEach(phase -> {
                if (simulated.operations(phase.phase()) >= ENOUGH) {
                    rows.add(row(name + " " + contender.label() + " " + phase.phase(), phase, simulated));
                }
            }));
        }
        return rows;
    }

    private static Row row(String name, Estimate.PhaseFigures phase, Simulated simulated) {
        double latency = 0;
        for (Estimate.OperationFigures operation : phase.operations()) {
            Optional<Simulated.Mean> mean = simulated.latency(phase.phase(), operation.operation(), ENOUGH);
            if (mean.isPresent() && operation.latencyNanos().isPresent()) {
                latency = worse(latency, mean.get().of(operation.latencyNanos().getAsDouble()));
            }
        }
        Simulated.Mean messages = simulated.messages(phase.phase());
        boolean few = Math.abs(messages.value() - phase.messages()) <= FEW_MESSAGES;
        double memory = 0;
        for (int node = 0; node < phase.lockMemory().size(); node++) {
            memory = worse(memory, simulated.memory(phase.phase(), node).of(phase.lockMemory().get(node).bytes()));
        }
        return new Row(name, latency, few ? 0 : messages.of(phase.messages()), memory,
                phase.broken().stream().map(Assumption::kind).distinct().toList());
    }

    private static double worse(double one, double other) {
        return Math.abs(other) > Math.abs(one) ? other : one;
    }
}

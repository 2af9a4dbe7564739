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

    /** Operations below which a mean says little. */
    private static final long ENOUGH = 200;
    /** Messages an operation below which a few single ones decide. */
    private static final double FEW_MESSAGES = 0.1;

    /**
     * How often a contender is simulated.
     *
     * @param least replications
     * @param most  replications, as long as a figure is not precise
     */
    record Effort(int least, int most) {
    }

    /**
     * A row.
     *
     * @param name     scenario, contender, phase
     * @param latency  the worst relative error of the mean latency of an operation
     * @param messages the same of messages an operation
     * @param memory   the same of lock memory of a node
     * @param compared the replications are enough to compare all of them
     * @param agrees   all that can be compared are within the promise, as far as the replications tell
     * @param broken   assumptions
     */
    record Row(String name, double latency, double messages, double memory, boolean compared, boolean agrees, List<Assumption.Kind> broken) {

        boolean holds() {
            return broken.isEmpty();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%-52s latency %+6.0f %%  messages %+5.0f %%  memory %+5.0f %%  %s%s%s", name, 100 * latency,
                    100 * messages, 100 * memory, holds() ? "holds" : broken, compared ? "" : "  NOISY", holds() && !agrees ? "  DISAGREES" : "");
        }
    }

    private Agreement() {
    }

    static List<Row> of(String name, Scenario scenario, Effort effort) {
        Estimate estimate = Estimator.of(scenario, KernelProfiles::named);
        List<Row> rows = new ArrayList<>();
        for (FileSystemSpec contender : scenario.fileSystems()) {
            List<Estimate.PhaseFigures> phases = estimate.contenders().stream().filter(c -> c.label().equals(contender.label()))
                    .flatMap(c -> c.phases().stream()).toList();
            Simulated simulated = Simulated.of(scenario, contender, effort.least());
            List<Row> found = rows(name + " " + contender.label(), phases, simulated);
            for (int runs = effort.least() + 1; runs <= effort.most() && found.stream().anyMatch(row -> row.holds() && !row.compared()); runs++) {
                simulated = simulated.more(scenario, contender, runs);
                found = rows(name + " " + contender.label(), phases, simulated);
            }
            rows.addAll(found);
        }
        return rows;
    }

    private static List<Row> rows(String name, List<Estimate.PhaseFigures> phases, Simulated simulated) {
        return phases.stream().filter(phase -> simulated.operations(phase.phase()) >= ENOUGH)
                .map(phase -> row(name + " " + phase.phase(), phase, simulated)).toList();
    }

    /** What is compared so far. */
    private static final class Comparison {
        private boolean compared = true;
        private boolean agrees = true;

        /** The error of an estimate, which is judged if the mean is precise. */
        double add(Simulated.Mean mean, double estimate) {
            compared &= mean.isPrecise();
            agrees &= !mean.isPrecise() || mean.isNear(estimate, Estimate.WITHIN);
            return mean.error(estimate);
        }
    }

    private static Row row(String name, Estimate.PhaseFigures phase, Simulated simulated) {
        Comparison comparison = new Comparison();
        double latency = 0;
        for (Estimate.OperationFigures operation : phase.operations()) {
            Optional<Simulated.Mean> mean = simulated.latency(phase.phase(), operation.operation(), ENOUGH);
            if (mean.isPresent() && operation.latencyNanos().isPresent()) {
                latency = worse(latency, comparison.add(mean.get(), operation.latencyNanos().getAsDouble()));
            }
        }
        Simulated.Mean mean = simulated.messages(phase.phase());
        boolean few = Math.abs(mean.value() - phase.messages()) <= FEW_MESSAGES;
        double messages = few ? 0 : comparison.add(mean, phase.messages());
        double memory = 0;
        for (int node = 0; node < phase.lockMemory().size(); node++) {
            memory = worse(memory, comparison.add(simulated.memory(phase.phase(), node), phase.lockMemory().get(node).bytes()));
        }
        return new Row(name, latency, messages, memory, comparison.compared, comparison.agrees,
                phase.broken().stream().map(Assumption::kind).distinct().toList());
    }

    private static double worse(double one, double other) {
        return Math.abs(other) > Math.abs(one) ? other : one;
    }
}

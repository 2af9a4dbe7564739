// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.quorate.cluster.ClusterRun;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Operation;
import org.quorate.model.Scenario;

/** What the simulator says, over some replications: means, and what these leave open. */
record Simulated(List<RunResult> runs) {

    /** Half width of an interval, relative to its mean, beyond which nothing is compared: half of what an estimate may be off. */
    static final double NOISE = Estimate.WITHIN / 2;

    /** A mean and the half width of its 95 % interval, 0 of a single run. */
    record Mean(double value, double halfWidth) {

        /** How far an estimate is from the mean, relative to it. */
        double error(double estimate) {
            return value == estimate ? 0 : value == 0 ? 1 : estimate / value - 1;
        }

        /** The replications leave no more open than {@link #NOISE}: an estimate can be wrong. */
        boolean isPrecise() {
            return halfWidth <= NOISE * value;
        }

        /** A precise mean is so near, or may be: the replications leave that open. */
        boolean isNear(double estimate, double within) {
            return Math.abs(estimate - value) <= within * value + halfWidth;
        }
    }

    static Simulated of(Scenario scenario, FileSystemSpec contender, int replications) {
        return new Simulated(List.of()).more(scenario, contender, replications);
    }

    /** The same with so many replications in all. */
    Simulated more(Scenario scenario, FileSystemSpec contender, int replications) {
        List<RunResult> all = new ArrayList<>(runs);
        for (int i = runs.size(); i < replications; i++) {
            all.add(ClusterRun.run(new RunRequest(scenario, contender, i), () -> false));
        }
        return new Simulated(all);
    }

    private List<PhaseResult> phase(String name) {
        return runs.stream().map(run -> run.phases().stream().filter(p -> p.phase().equals(name)).findFirst().orElseThrow()).toList();
    }

    private static Mean mean(List<Double> values) {
        double mean = values.stream().mapToDouble(v -> v).average().orElse(0);
        double square = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        int n = values.size();
        return new Mean(mean, n < 2 ? 0
                : new TDistribution(n - 1).inverseCumulativeProbability(0.975) * Math.sqrt(square / (n - 1) / n));
    }

    /** Mean latency of an operation, if it was done so often in each run. */
    Optional<Mean> latency(String phase, Operation operation, long least) {
        List<Double> values = new ArrayList<>();
        for (PhaseResult result : phase(phase)) {
            Optional<OperationResult> figures = result.operations().stream().filter(o -> o.operation() == operation).findFirst();
            if (figures.isEmpty() || figures.get().latency().count() < least) {
                return Optional.empty();
            }
            values.add(figures.get().latency().mean());
        }
        return Optional.of(mean(values));
    }

    /** Lock messages an operation, acknowledgements aside. */
    Mean messages(String phase) {
        return mean(phase(phase).stream().map(p -> p.messages().stream().filter(m -> !m.acknowledgement()).mapToLong(MessageCount::count).sum()
                / (double) Math.max(1, p.operationsTotal())).toList());
    }

    long operations(String phase) {
        return phase(phase).get(0).operationsTotal();
    }

    /** Lock memory of a node at the end of a phase, bytes. */
    Mean memory(String phase, int node) {
        return mean(phase(phase).stream().map(p -> (double) p.census().get(node).lockBytes()).toList());
    }
}

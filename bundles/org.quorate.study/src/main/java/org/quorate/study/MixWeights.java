// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;

/**
 * How much each operation of each phase counts in the mean latency over the operation mix. The weights are the same for
 * all contenders: were they each contender's own counts, one that starves slow operations would look fast. Immutable.
 */
final class MixWeights {

    private final Map<String, Map<Operation, Double>> weights;
    private final List<String> leftOut;

    private MixWeights(Map<String, Map<Operation, Double>> weights, List<String> leftOut) {
        this.weights = weights;
        this.leftOut = List.copyOf(leftOut);
    }

    /**
     * The weights of a study. An operation kind counts by its weight in the mix of its phase, a phase by its share of the
     * operations of all candidates. Left out is what a contender that can carry the load has not done in some replication.
     */
    static MixWeights of(Scenario scenario, List<ContenderSamples> contenders) {
        List<ContenderSamples> carrying = contenders.stream().filter(c -> !c.saturated()).toList();
        Map<String, Map<Operation, Double>> weights = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (Phase phase : scenario.workload().phases()) {
            if (phase.measured()) {
                Map<Operation, Double> mix = mix(phase);
                double share = operations(contenders, phase.name()) / sum(mix);
                mix.replaceAll((operation, weight) -> weight * share);
                mix.keySet().removeIf(operation -> missing(carrying, phase.name(), operation, leftOut));
                weights.put(phase.name(), mix);
            }
        }
        return new MixWeights(weights, leftOut);
    }

    /** The mean latency of each replication in nanoseconds; absent if saturated, or if nothing was measured. */
    Optional<double[]> latency(ContenderSamples samples) {
        double total = weights.values().stream().mapToDouble(MixWeights::sum).sum();
        if (samples.saturated() || total <= 0) {
            return Optional.empty();
        }
        double[] means = new double[samples.replications()];
        weights.forEach((phase, mix) -> mix.forEach((operation, weight) -> {
            double[] latency = samples.each(phase, sample -> sample.operations().get(operation).meanNanos());
            for (int i = 0; i < means.length; i++) {
                means[i] += latency[i] * weight / total;
            }
        }));
        return Optional.of(means);
    }

    /** Operations without a weight, as {@code phase/operation}. */
    List<String> leftOut() {
        return leftOut;
    }

    private static boolean missing(List<ContenderSamples> contenders, String phase, Operation operation,
            List<String> leftOut) {
        boolean missing = contenders.stream().anyMatch(samples -> !samples.has(phase, operation));
        if (missing) {
            leftOut.add(phase + "/" + operation.name().toLowerCase(java.util.Locale.ROOT));
        }
        return missing;
    }

    private static Map<Operation, Double> mix(Phase phase) {
        Map<Operation, Double> mix = new EnumMap<>(Operation.class);
        for (OperationShare share : phase.mix()) {
            mix.merge(share.operation(), share.weight(), Double::sum);
        }
        return mix;
    }

    private static double operations(List<ContenderSamples> contenders, String phase) {
        List<ContenderSamples> candidates = contenders.stream().filter(c -> isCandidate(c.spec())).toList();
        return (candidates.isEmpty() ? contenders : candidates).stream()
                .flatMap(samples -> samples.phase(phase).stream()).mapToLong(PhaseSample::count).sum();
    }

    /** Only a file system that can be shared is judged. */
    static boolean isCandidate(FileSystemSpec spec) {
        return !(spec instanceof LocalSpec);
    }

    private static double sum(Map<Operation, Double> mix) {
        return mix.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}

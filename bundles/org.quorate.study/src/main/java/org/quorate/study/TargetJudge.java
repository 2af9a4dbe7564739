// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quorate.model.Operation;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.Target;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;
import org.quorate.study.text.TargetText;

/**
 * Holds candidates against the targets of a scenario. Immutable.
 *
 * @param scenario  whose targets
 * @param intervals over the replications
 */
record TargetJudge(Scenario scenario, Intervals intervals) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** MISSES before NEITHER before MEETS; of equals, the one further on the bad side first. */
    private static final Comparator<TargetResult> HARDEST_FIRST = Comparator
            .comparingInt((TargetResult r) -> r.standing() == Standing.MISSES ? 0
                    : r.standing() == Standing.NEITHER ? 1 : 2);

    /** Every target for one candidate, in the order of the scenario. */
    List<TargetResult> of(Measured candidate) {
        return scenario.targets().stream().map(target -> of(target, candidate)).toList();
    }

    private TargetResult of(Target target, Measured candidate) {
        if (target.figure() == Target.Figure.LOCK_MEMORY) {
            return upper(target, candidate, Optional.empty(), intervals.of(candidate.lockBytes()));
        }
        List<TargetResult> results = new ArrayList<>();
        for (Phase phase : scenario.workload().phases()) {
            if (phase.measured() && concerns(target, phase)) {
                results.addAll(target.figure() == Target.Figure.LATENCY ? latency(target, candidate, phase)
                        : List.of(throughput(target, candidate, phase)));
            }
        }
        return results.stream().min(HARDEST_FIRST.thenComparing(badness(target)))
                .orElseGet(() -> unknown(target, candidate, Optional.empty()));
    }

    private static boolean concerns(Target target, Phase phase) {
        return target.operation().isEmpty()
                || phase.mix().stream().anyMatch(share -> share.operation() == target.operation().get());
    }

    private static Comparator<TargetResult> badness(Target target) {
        Comparator<TargetResult> rising = Comparator.comparingDouble(r -> r.value().map(Interval::mean).orElse(0.0));
        return target.figure() == Target.Figure.THROUGHPUT ? rising : rising.reversed();
    }

    private List<TargetResult> latency(Target target, Measured candidate, Phase phase) {
        List<TargetResult> results = new ArrayList<>();
        for (Operation operation : operations(target, phase)) {
            results.add(latency(target, candidate, phase.name(), operation));
        }
        return results;
    }

    private static List<Operation> operations(Target target, Phase phase) {
        return target.operation().map(List::of)
                .orElseGet(() -> phase.mix().stream().map(share -> share.operation()).distinct().toList());
    }

    private TargetResult latency(Target target, Measured candidate, String phase, Operation operation) {
        if (candidate.samples().saturated(phase)) {
            // The backlog grows without end, and the latency with it: whatever the limit, it is missed.
            return result(target, candidate, Optional.of(phase), Standing.MISSES, Optional.empty());
        }
        if (!candidate.samples().has(phase, operation)) {
            return unknown(target, candidate, Optional.of(phase));
        }
        double[] millis = candidate.samples().each(phase, sample -> sample.operations().get(operation).percentiles()
                .get(target.percentile()) / NANOS_PER_MILLI);
        return upper(target, candidate, Optional.of(phase), intervals.of(millis));
    }

    private TargetResult throughput(Target target, Measured candidate, Phase phase) {
        Interval rate = intervals.of(candidate.samples().each(phase.name(), sample -> target.operation()
                .map(sample::throughput).orElseGet(sample::throughput)));
        Standing standing = rate.low() >= target.limit() ? Standing.MEETS
                : rate.high() < target.limit() ? Standing.MISSES : Standing.NEITHER;
        return result(target, candidate, Optional.of(phase.name()), standing, Optional.of(rate));
    }

    private static TargetResult upper(Target target, Measured candidate, Optional<String> phase, Interval value) {
        Standing standing = value.high() <= target.limit() ? Standing.MEETS
                : value.low() > target.limit() ? Standing.MISSES : Standing.NEITHER;
        return result(target, candidate, phase, standing, Optional.of(value));
    }

    private static TargetResult unknown(Target target, Measured candidate, Optional<String> phase) {
        return result(target, candidate, phase, Standing.NEITHER, Optional.empty());
    }

    private static TargetResult result(Target target, Measured candidate, Optional<String> phase, Standing standing,
            Optional<Interval> value) {
        return new TargetResult(TargetText.of(target), target.figure(), candidate.label(), phase, standing, value,
                target.limit());
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quorate.model.KernelProfile;
import org.quorate.model.Operation;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.UnitFormat;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.result.Stopping;
import org.quorate.study.result.WarmUpFigures;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;

/** Sentences that a reader must know before using the figures. */
final class Notes {

    /** A 99th percentile with fewer than ten operations beyond it says little. */
    private static final long ENOUGH_FOR_P99 = 1000;

    private Notes() {
    }

    /**
     * The sentences.
     *
     * @param results of the contenders, in their order
     */
    static List<String> of(KernelProfile kernel, Scenario scenario, List<Measured> contenders, List<ContenderResult> results,
            MixWeights weights, Optional<Stopping> stopping) {
        List<String> notes = new ArrayList<>();
        if (!kernel.measured()) {
            notes.add("Object sizes of kernel " + kernel.version() + " are interpolated between measured versions.");
        }
        for (int i = 0; i < contenders.size(); i++) {
            Measured contender = contenders.get(i);
            contender.unsafe().forEach(why -> notes.add(contender.label() + " is unsafe as described: " + why + "."));
            for (PhaseFigures phase : results.get(i).phases()) {
                if (phase.saturated()) {
                    notes.add(SaturationText.of(contender.samples(), phase.phase()) + " No latency is given.");
                }
                phase.warmUp().filter(WarmUpFigures::tooShort)
                        .ifPresent(warmUp -> notes.add(tooShort(contender.label(), phase.phase(), warmUp)));
            }
        }
        if (syncs(scenario)) {
            notes.add(barriers(contenders));
        }
        stopping.filter(Stopping::missesPrecision).ifPresent(missed -> notes.add("The wanted precision of "
                + UnitFormat.formatPercent(missed.precision().get()) + " was not reached by " + missed.reached().stream()
                        .filter(contender -> contender.halfWidth().map(width -> width > missed.precision().get()).orElse(false))
                        .map(contender -> contender.label() + " (" + Quantity.percent(contender.halfWidth().get()) + ")")
                        .collect(Collectors.joining(", ")) + "."));
        if (!weights.leftOut().isEmpty()) {
            notes.add("Left out of the mean latency over the mix, because not every contender did it in every"
                    + " replication: " + String.join(", ", weights.leftOut()) + ".");
        }
        Set<String> thin = thin(contenders);
        if (!thin.isEmpty()) {
            notes.add("The p99 rests on fewer than " + ENOUGH_FOR_P99 + " operations a replication in: "
                    + String.join(", ", thin) + ".");
        }
        return notes;
    }

    /** Some measured operation waits for the medium. */
    private static boolean syncs(Scenario scenario) {
        return scenario.workload().phases().stream().filter(Phase::measured).flatMap(phase -> phase.mix().stream())
                .anyMatch(share -> share.fsync() || share.operation() == Operation.FSYNC);
    }

    /** OCFS2 mounts with barriers off, GFS2 and local file systems with them on: an fsync is not the same promise then. */
    private static String barriers(List<Measured> contenders) {
        List<String> on = labels(contenders, true);
        List<String> off = labels(contenders, false);
        String flush = " flush the cache of the LUN";
        String flushes = VerdictText.and(on) + (on.size() == 1 ? flush.replace("flush", "flushes") : flush) + " (barrier on)";
        String leaves = VerdictText.and(off) + (off.size() == 1 ? " does" : " do") + " not" + (on.isEmpty() ? flush : "") + " (barrier off)";
        return "At fsync " + (on.isEmpty() ? leaves : off.isEmpty() ? flushes : flushes + ", " + leaves) + ".";
    }

    private static List<String> labels(List<Measured> contenders, boolean barrier) {
        return contenders.stream().filter(contender -> contender.samples().spec().barrier() == barrier).map(Measured::label).toList();
    }

    private static String tooShort(String label, String phase, WarmUpFigures warmUp) {
        String leftOut = time(warmUp.leftOutNanos());
        String changed = Quantity.percent(Math.abs(warmUp.shift())) + (warmUp.shift() < 0 ? " lower" : " higher");
        return warmUp.steady()
                ? "The warm-up of phase " + phase + ", " + leftOut + ", is too short for " + label + ": MSER-5 says "
                        + time(warmUp.mser5Nanos()) + ". The mean latency is " + changed + " because of it."
                : "Phase " + phase + " is too short for " + label + " to become steady: MSER-5 would leave out more than half of it. The"
                        + " mean latency after the warm-up of " + leftOut + " is " + changed + " than that of the second half.";
    }

    private static String time(long nanos) {
        return nanos == 0 ? "0 s" : Quantity.of(Dimension.TIME, nanos);
    }

    private static Set<String> thin(List<Measured> contenders) {
        Set<String> thin = new LinkedHashSet<>();
        for (Measured contender : contenders) {
            for (String phase : contender.samples().phaseNames()) {
                for (Operation operation : contender.samples().operations(phase)) {
                    boolean few = contender.samples().phase(phase).stream()
                            .anyMatch(sample -> sample.count(operation) < ENOUGH_FOR_P99);
                    if (few && !contender.samples().saturated(phase)) {
                        thin.add(phase + "/" + operation.name().toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return thin;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.util.Optional;
import java.util.stream.Collectors;

import org.quorate.study.estimate.Assumption;
import org.quorate.study.estimate.Estimate;
import org.quorate.study.estimate.Estimate.Contender;
import org.quorate.study.estimate.Estimate.OperationFigures;
import org.quorate.study.estimate.Estimate.PhaseFigures;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;
import org.quorate.ui.Messages;

/** An estimate in one line, and what it takes for granted in some more. Pure functions. */
public final class EstimateText {

    private static final String ROUGH = "~";
    private static final String NONE = "-";

    private EstimateText() {
    }

    /** The mean latency over all operations and the most lock memory of a node, of each file system; those that need not hold are marked. */
    public static String line(Estimate estimate) {
        String figures = estimate.contenders().stream().map(EstimateText::figure).collect(Collectors.joining("; "));
        return Messages.bind(figures.contains(ROUGH) ? Messages.Estimate_rough : Messages.Estimate_line, figures);
    }

    private static String figure(Contender contender) {
        Optional<String> mean = latency(contender);
        if (mean.isEmpty()) {
            return Messages.bind(Messages.Estimate_saturated, contender.label());
        }
        if (mean.get().equals(NONE)) {
            return contender.label() + " " + NONE;
        }
        String mark = contender.phases().stream().allMatch(PhaseFigures::holds) ? "" : ROUGH;
        String latency = contender.label() + " " + mark + mean.get();
        double locks = lockMemory(contender);
        // A local file system has no locks that it would share.
        return locks == 0 ? latency : latency + ", " + mark + Quantity.of(Dimension.BYTES, locks);
    }

    /** Mean over all operations of all phases; absent if a phase is saturated. */
    static Optional<String> latency(Contender contender) {
        if (contender.phases().stream().anyMatch(PhaseFigures::saturated)) {
            return Optional.empty();
        }
        double operations = 0;
        double waits = 0;
        for (PhaseFigures phase : contender.phases()) {
            for (OperationFigures figures : phase.operations()) {
                operations += figures.throughput();
                waits += figures.throughput() * figures.latencyNanos().orElse(0);
            }
        }
        return Optional.of(operations == 0 ? NONE : Quantity.of(Dimension.TIME, waits / operations));
    }

    /** Of the fullest node in the phase that needs most, bytes. */
    static double lockMemory(Contender contender) {
        return contender.phases().stream().mapToDouble(PhaseFigures::mostLockMemory).max().orElse(0);
    }

    /** Where it does not hold, a line each; empty if it holds everywhere. */
    public static String why(Estimate estimate) {
        return estimate.contenders().stream().flatMap(contender -> contender.phases().stream()
                .flatMap(phase -> phase.broken().stream().distinct().map(broken -> why(contender, phase, broken))))
                .collect(Collectors.joining("\n"));
    }

    private static String why(Contender contender, PhaseFigures phase, Assumption broken) {
        return contender.label() + ", " + phase.phase() + ": " + broken.reason() + "; " + broken.effect();
    }
}

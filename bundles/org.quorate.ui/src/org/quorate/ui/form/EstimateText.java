// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.util.List;
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

    private EstimateText() {
    }

    /** The mean latency over all operations and the most lock memory of a node, of each file system; those that need not hold are marked. */
    public static String line(Estimate estimate) {
        String figures = estimate.contenders().stream().map(EstimateText::figure).collect(Collectors.joining("; "));
        return Messages.bind(figures.contains(ROUGH) ? Messages.Estimate_rough : Messages.Estimate_line, figures);
    }

    private static String figure(Contender contender) {
        List<PhaseFigures> phases = contender.phases();
        if (phases.stream().anyMatch(PhaseFigures::saturated)) {
            return Messages.bind(Messages.Estimate_saturated, contender.label());
        }
        double operations = 0;
        double waits = 0;
        for (PhaseFigures phase : phases) {
            for (OperationFigures figures : phase.operations()) {
                operations += figures.throughput();
                waits += figures.throughput() * figures.latencyNanos().orElse(0);
            }
        }
        if (operations == 0) {
            return contender.label() + " -";
        }
        String mark = phases.stream().allMatch(PhaseFigures::holds) ? "" : ROUGH;
        String latency = contender.label() + " " + mark + Quantity.of(Dimension.TIME, waits / operations);
        double locks = lockMemory(contender);
        // A local file system has no locks that it would share.
        return locks == 0 ? latency : latency + ", " + mark + Quantity.of(Dimension.BYTES, locks);
    }

    /** Of the fullest node in the phase that needs most, bytes. */
    private static double lockMemory(Contender contender) {
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

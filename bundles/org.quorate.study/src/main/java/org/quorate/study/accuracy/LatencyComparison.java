// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * Compares latency. Two runs of the same thing differ by more than a factor of two in a quarter of the lab's rows, so a
 * figure inside the range of the repetitions is as good as one near a single repetition.
 *
 * @param runs all runs of the lab, for the range of their repetitions
 */
record LatencyComparison(List<LabRun> runs) {

    private static final double MEDIAN = 50;
    private static final double TAIL = 99;
    /** How far off one row may be, either way. */
    private static final double FACTOR = 2;

    private static final String BOX = "the box's LUN is iSCSI on the nodes' own processors: no times are fitted to it";

    /** Rows of one run: p50 of each whole operation, judged on quiet machines of the tables, and p99 as information. */
    List<AccuracyRow> rows(LabRun lab, SimulatedRun simulated) {
        List<AccuracyRow> rows = new ArrayList<>();
        if (!lab.origin().userMode() && !lab.origin().box()) {
            return rows;
        }
        for (LabRun.Phase phase : lab.phases()) {
            for (MainOperation operation : MainOperation.of(lab, phase)) {
                simulated.phase(phase.name()).flatMap(found -> found.latency(operation.operation()))
                        .ifPresent(latency -> add(rows, lab, phase, operation,
                                percentile -> simulated.micros(operation, latency, percentile)));
            }
        }
        return rows;
    }

    private void add(List<AccuracyRow> rows, LabRun lab, LabRun.Phase phase, MainOperation operation, DoubleUnaryOperator simulated) {
        phase.micros(operation.calls(), LabRun.Call::p50Micros).ifPresent(measured -> {
            double micros = simulated.applyAsDouble(MEDIAN);
            boolean near = micros * FACTOR >= measured && micros <= measured * FACTOR
                    || inRange(lab, phase.name(), operation, micros);
            Outcome outcome = !lab.quiet() ? Outcome.INFORMATION : near ? Outcome.WITHIN : Outcome.MISSES;
            rows.add(row(lab, phase, "p50 " + operation.figure(), measured, micros, outcome,
                    lab.quiet() ? "" : lab.origin().box() ? BOX : "the host was busy (host_cpu_s above 0.02)"));
        });
        phase.micros(operation.calls(), LabRun.Call::p99Micros).ifPresent(measured -> rows.add(row(lab, phase,
                "p99 " + operation.figure(), measured, simulated.applyAsDouble(TAIL), Outcome.INFORMATION,
                "repetitions of the lab differ by a factor of 3.4")));
    }

    private boolean inRange(LabRun lab, String phase, MainOperation operation, double micros) {
        List<Double> repetitions = medians(runs.stream().filter(lab::repeats).toList(), phase, operation);
        return repetitions.stream().anyMatch(measured -> measured <= micros)
                && repetitions.stream().anyMatch(measured -> measured >= micros);
    }

    /** Medians of that operation in those of the runs that have it. */
    static List<Double> medians(List<LabRun> repetitions, String phase, MainOperation operation) {
        return repetitions.stream().flatMap(run -> run.phases().stream()).filter(found -> found.name().equals(phase))
                .map(found -> found.micros(operation.calls(), LabRun.Call::p50Micros)).filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble).toList();
    }

    private static AccuracyRow row(LabRun lab, LabRun.Phase phase, String figure, double measured, double micros, Outcome outcome,
            String reason) {
        return new AccuracyRow(lab.name(), lab.fileSystem(), phase.name(), figure, FigureClass.LATENCY, "us", measured, micros,
                Rule.error(measured, micros), outcome, reason);
    }
}

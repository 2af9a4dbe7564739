// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Which of OCFS2 and GFS2 is slower: where every repetition of the lab agrees, the simulation of these repetitions must too.
 *
 * @param latency   knows the repetitions
 * @param simulated by name of the run
 */
record OrderComparison(LatencyComparison latency, Map<String, SimulatedRun> simulated) {

    private static final double MEDIAN = 50;
    private static final List<Integer> NODES = List.of(1, 2, 3);

    /** One row an operation that both were measured at; empty if not all repetitions of both were simulated. */
    List<AccuracyRow> rows() {
        List<AccuracyRow> rows = new ArrayList<>();
        for (int nodes : NODES) {
            List<LabRun> ocfs2 = runs("ocfs2", nodes);
            List<LabRun> gfs2 = runs("gfs2", nodes);
            if (!ocfs2.isEmpty() && !gfs2.isEmpty() && simulated.keySet().containsAll(names(ocfs2))
                    && simulated.keySet().containsAll(names(gfs2))) {
                rows(nodes, ocfs2, gfs2, rows);
            }
        }
        return rows;
    }

    private void rows(int nodes, List<LabRun> ocfs2, List<LabRun> gfs2, List<AccuracyRow> rows) {
        Set<String> phases = new LinkedHashSet<>();
        ocfs2.forEach(run -> phases.addAll(run.phaseNames()));
        for (String phase : phases) {
            for (MainOperation operation : MainOperation.of(phase)) {
                List<Double> first = LatencyComparison.medians(ocfs2, phase, operation);
                List<Double> second = LatencyComparison.medians(gfs2, phase, operation);
                OptionalDouble firstSimulated = mean(ocfs2, phase, operation);
                OptionalDouble secondSimulated = mean(gfs2, phase, operation);
                if (!first.isEmpty() && !second.isEmpty() && firstSimulated.isPresent() && secondSimulated.isPresent()) {
                    rows.add(row(nodes, phase, operation.figure(), first, second,
                            firstSimulated.getAsDouble() / secondSimulated.getAsDouble()));
                }
            }
        }
    }

    private static AccuracyRow row(int nodes, String phase, String figure, List<Double> ocfs2, List<Double> gfs2, double simulated) {
        boolean slower = Collections.min(ocfs2) > Collections.max(gfs2);
        boolean faster = Collections.max(ocfs2) < Collections.min(gfs2);
        double measured = mean(ocfs2) / mean(gfs2);
        boolean same = slower ? simulated > 1 : simulated < 1;
        boolean told = slower || faster;
        Outcome outcome = !told ? Outcome.INFORMATION : same ? Outcome.WITHIN : Outcome.MISSES;
        return new AccuracyRow("uml-" + nodes, "ocfs2/gfs2", phase, "p50 " + figure + " ratio", FigureClass.ORDER, "", measured,
                simulated, OptionalDouble.empty(), outcome, told ? "" : "the repetitions of the lab overlap");
    }

    private List<LabRun> runs(String fileSystem, int nodes) {
        return latency.runs().stream()
                .filter(run -> run.origin().userMode() && run.fileSystem().equals(fileSystem) && run.nodes() == nodes).toList();
    }

    private static List<String> names(List<LabRun> runs) {
        return runs.stream().map(LabRun::name).toList();
    }

    /** Simulated medians in microseconds, of the runs that had the phase. */
    private OptionalDouble mean(List<LabRun> runs, String phase, MainOperation operation) {
        return runs.stream().filter(run -> run.phaseNames().contains(phase))
                .map(run -> simulated.get(run.name()))
                .flatMap(run -> run.phase(phase).flatMap(found -> found.latency(operation.operation())).stream()
                        .map(latency -> run.micros(operation, latency, MEDIAN)))
                .mapToDouble(Double::doubleValue).average();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}

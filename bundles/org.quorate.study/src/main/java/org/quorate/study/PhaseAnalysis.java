// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.StationUse;
import org.quorate.model.KernelProfile;
import org.quorate.model.Operation;
import org.quorate.sim.LatencyRecorder;
import org.quorate.study.result.DiskFigures;
import org.quorate.study.result.Interval;
import org.quorate.study.result.OperationFigures;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.result.OperationFigures.PercentilePoint;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.result.StationFigure;

/**
 * Figures of a phase, from its replications. Immutable.
 *
 * @param kernel    whose object sizes count
 * @param intervals over the replications
 */
record PhaseAnalysis(KernelProfile kernel, Intervals intervals) {

    /** Percentiles that every result has. */
    static final List<Double> PERCENTILES = List.of(50.0, 95.0, 99.0);

    /** Points of a distribution for charts: dense where the tail is. */
    private static final double[] CURVE = {0, 1, 5, 10, 20, 30, 40, 50, 60, 70, 75, 80, 85, 90, 92.5, 95, 97.5, 98, 99,
            99.5, 99.9, 99.95, 99.99, 100};

    private static final int SECTOR = 512;

    PhaseFigures of(ContenderSamples samples, String name) {
        List<PhaseSample> phase = samples.phase(name);
        PhaseResult first = phase.get(0).frame();
        List<OperationFigures> operations = new ArrayList<>();
        for (Operation operation : samples.operations(name)) {
            operations.add(operation(samples, name, operation));
        }
        return new PhaseFigures(name, samples.saturated(name), first.startNanos(), first.endNanos(),
                throughput(phase), operations, TimeShares.of(phase), MessageAnalysis.of(phase, intervals),
                disk(phase), new MemoryAnalysis(kernel, intervals).of(phase), stations(phase),
                new WarmUpAnalysis(intervals).of(samples, name));
    }

    private Interval throughput(List<PhaseSample> phase) {
        return estimate(phase, PhaseSample::throughput);
    }

    private OperationFigures operation(ContenderSamples samples, String name, Operation operation) {
        List<PhaseSample> phase = samples.phase(name);
        boolean known = !samples.saturated(name) && samples.has(name, operation);
        return new OperationFigures(operation,
                phase.stream().mapToLong(sample -> sample.count(operation)).sum(),
                phase.stream().mapToLong(sample -> sample.count(operation)).min().orElse(0),
                estimate(phase, sample -> sample.throughput(operation)),
                known ? Optional.of(latency(phase, operation)) : Optional.empty(),
                TimeShares.of(phase, operation), samples.saturated(name) ? List.of() : curve(samples.latency(name, operation)));
    }

    private Latency latency(List<PhaseSample> phase, Operation operation) {
        return new Latency(estimate(phase, sample -> sample.operations().get(operation).meanNanos()),
                percentile(phase, operation, 50), percentile(phase, operation, 95), percentile(phase, operation, 99));
    }

    /** The mean of the replications' percentiles; each replication must have such an operation. */
    Interval percentile(List<PhaseSample> phase, Operation operation, double percentile) {
        return estimate(phase, sample -> sample.operations().get(operation).percentiles().get(percentile));
    }

    private static List<PercentilePoint> curve(LatencyRecorder latency) {
        List<PercentilePoint> points = new ArrayList<>();
        for (double percentile : CURVE) {
            points.add(new PercentilePoint(percentile, latency.percentile(percentile)));
        }
        return latency.count() == 0 ? List.of() : points;
    }

    private DiskFigures disk(List<PhaseSample> phase) {
        return new DiskFigures(
                estimate(phase, sample -> sample.perOperation(sample.frame().disk().reads())),
                estimate(phase, sample -> sample.perOperation(sample.frame().disk().writes())),
                estimate(phase, sample -> sample.perOperation(sample.frame().disk().flushes())),
                estimate(phase, sample -> sample.perOperation(sample.frame().disk().readSectors() * SECTOR)),
                estimate(phase, sample -> sample.perOperation(sample.frame().disk().writeSectors() * SECTOR)),
                estimate(phase, PhaseAnalysis::heartbeat));
    }

    private static double heartbeat(PhaseSample sample) {
        return (sample.frame().heartbeat().reads() + sample.frame().heartbeat().writes()) / sample.seconds();
    }

    /** The station that is busiest on average over the replications. */
    static Optional<StationUse> busiest(List<PhaseSample> phase) {
        return utilisations(phase).entrySet().stream()
                .map(entry -> new StationUse(entry.getKey(), Arrays.stream(entry.getValue()).average().orElse(0)))
                .max(Comparator.comparingDouble(StationUse::utilisation));
    }

    private List<StationFigure> stations(List<PhaseSample> phase) {
        List<StationFigure> stations = new ArrayList<>();
        utilisations(phase).forEach((name, samples) -> stations.add(new StationFigure(name, intervals.of(samples))));
        // A stable sort: equally busy stations keep the order of the run.
        stations.sort(Comparator.comparingDouble((StationFigure s) -> s.utilisation().mean()).reversed());
        return stations;
    }

    private static Map<String, double[]> utilisations(List<PhaseSample> phase) {
        Map<String, double[]> byName = new LinkedHashMap<>();
        for (int i = 0; i < phase.size(); i++) {
            for (StationUse use : phase.get(i).frame().stations()) {
                byName.computeIfAbsent(use.name(), name -> new double[phase.size()])[i] = use.utilisation();
            }
        }
        return byName;
    }

    private Interval estimate(List<PhaseSample> phase, ToDoubleFunction<PhaseSample> figure) {
        return intervals.of(phase.stream().mapToDouble(figure).toArray());
    }
}

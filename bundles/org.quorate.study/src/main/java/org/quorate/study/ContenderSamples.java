// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.ToDoubleFunction;
import org.quorate.cluster.result.LatencySeries;
import org.quorate.cluster.result.MemoryPoint;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Operation;
import org.quorate.sim.LatencyRecorder;

/**
 * All replications of one contender, in little memory: one number a replication and figure, and histograms merged at
 * once. Runs may be added in any order and by several threads: histograms are whole counts, so that the order does not
 * show. Read only after the last run was added.
 */
final class ContenderSamples {

    /** Standard deviations that are not left to chance. */
    private static final double CHANCE = 2;

    /** Mean of the absolute value of a standard normal variable: what a queue at its capacity has grown to, in standard deviations. */
    private static final double GROWN = Math.sqrt(2 / Math.PI);

    private final FileSystemSpec spec;
    private final SortedSet<Double> percentiles;
    private final Map<String, PhaseSample[]> phases = new LinkedHashMap<>();
    private final Map<String, Map<Operation, LatencyRecorder>> merged = new LinkedHashMap<>();
    private final Map<String, LatencySeries> series = new LinkedHashMap<>();
    private final SoFar soFar = new SoFar();
    private List<MemoryPoint> memory = List.of();
    private int replications;
    private long events;

    /**
     * Without any run.
     *
     * @param phases      names of the measured phases
     * @param percentiles those to keep of each replication
     */
    ContenderSamples(FileSystemSpec spec, List<String> phases, SortedSet<Double> percentiles) {
        this.spec = spec;
        this.percentiles = percentiles;
        for (String phase : phases) {
            this.phases.put(phase, new PhaseSample[0]);
            merged.put(phase, new EnumMap<>(Operation.class));
        }
    }

    /** Takes in one run; phases that are not measured are left out. */
    synchronized void add(RunResult run) {
        int index = run.replication();
        replications = Math.max(replications, index + 1);
        for (PhaseResult phase : run.phases()) {
            if (phases.containsKey(phase.phase())) {
                phases.computeIfPresent(phase.phase(), (name, samples) ->
                        samples.length > index ? samples : Arrays.copyOf(samples, index + 1))[index] = PhaseSample.of(phase, percentiles);
                merge(phase);
                series.merge(phase.phase(), phase.latency(), LatencySeries::plus);
            }
        }
        if (index == 0) {
            memory = run.memory();
        }
        events += run.events();
        soFar.add(run, phases.keySet());
    }

    /** What is known while runs are still added. */
    synchronized LiveFigures.Contender soFar(double confidence) {
        return soFar.figures(label(), confidence);
    }

    private void merge(PhaseResult phase) {
        Map<Operation, LatencyRecorder> recorders = merged.get(phase.phase());
        for (OperationResult operation : phase.operations()) {
            recorders.computeIfAbsent(operation.operation(), o -> new LatencyRecorder()).add(operation.latency());
        }
    }

    FileSystemSpec spec() {
        return spec;
    }

    String label() {
        return spec.label();
    }

    /** Replications of which all runs up to the last one were added. */
    int replications() {
        return replications;
    }

    List<String> phaseNames() {
        return List.copyOf(phases.keySet());
    }

    /** One phase in all replications, in their order. */
    List<PhaseSample> phase(String name) {
        PhaseSample[] made = phases.get(name);
        List<PhaseSample> samples = new ArrayList<>(replications);
        for (int i = 0; i < replications; i++) {
            PhaseSample sample = i < made.length ? made[i] : null;
            if (sample == null) {
                throw new IllegalStateException("a run of " + label() + " lacks phase " + name);
            }
            samples.add(sample);
        }
        return samples;
    }

    /** One number a replication. */
    double[] each(String phase, ToDoubleFunction<PhaseSample> figure) {
        return phase(phase).stream().mapToDouble(figure).toArray();
    }

    /**
     * In at least one replication of that phase there was no thread for all that arrived, or more was left unfinished than a load that
     * could just be carried leaves: in all replications together more than it leaves by chance, and in each of them on average more than
     * it leaves on average. At that load, arrivals and completions are two Poisson streams of one rate, so that what is unfinished
     * changes by about the root of twice the arrivals; a load that is carried leaves far less. The first alone would not do: what
     * fills at the start of a phase without warm-up grows with the number of replications, chance with its root.
     */
    boolean saturated(String phase) {
        List<PhaseSample> samples = phase(phase);
        long arrived = samples.stream().mapToLong(PhaseSample::count).sum();
        long growth = samples.stream().mapToLong(sample -> sample.frame().growth()).sum();
        double chance = Math.sqrt(2.0 * arrived);
        return growth > Math.max(CHANCE, GROWN * Math.sqrt(samples.size())) * chance
                || samples.stream().anyMatch(sample -> sample.frame().saturated());
    }

    /** In at least one measured phase. */
    boolean saturated() {
        return phaseNames().stream().anyMatch(this::saturated);
    }

    /** Every replication has at least one such operation. */
    boolean has(String phase, Operation operation) {
        return phase(phase).stream().allMatch(sample -> sample.count(operation) > 0);
    }

    /** Kinds of operations that at least one replication has, in their own order. */
    List<Operation> operations(String phase) {
        return List.copyOf(merged.get(phase).keySet());
    }

    /** Latency over all replications. */
    LatencyRecorder latency(String phase, Operation operation) {
        return merged.get(phase).get(operation);
    }

    /** Latency over the time of a phase, of all replications together. */
    LatencySeries series(String phase) {
        return series.get(phase);
    }

    /** Lock memory over time in replication 0. */
    List<MemoryPoint> memory() {
        return memory;
    }

    long events() {
        return events;
    }
}

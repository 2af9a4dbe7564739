// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.quorate.cluster.RunGauge;
import org.quorate.cluster.RunRequest;
import org.quorate.model.Phase;

/** The runs that threads are at, and where each stands. Thread-safe. */
final class UnderWay {

    private final Map<RunRequest, RunGauge> gauges = new IdentityHashMap<>();
    private long eventsBefore;

    /** A run begins. */
    synchronized RunGauge begin(RunRequest request, BooleanSupplier stop) {
        RunGauge gauge = new RunGauge(stop);
        gauges.put(request, gauge);
        return gauge;
    }

    /**
     * It has ended, well or not.
     *
     * @param events that it executed
     */
    synchronized void end(RunRequest request, long events) {
        eventsBefore += events;
        gauges.remove(request);
    }

    /** Where all of them stand, in the order of replications and labels. */
    synchronized LiveFigures figures() {
        List<LiveFigures.Run> runs = new ArrayList<>();
        long events = eventsBefore;
        for (Map.Entry<RunRequest, RunGauge> entry : gauges.entrySet()) {
            RunRequest request = entry.getKey();
            events += entry.getValue().events();
            runs.add(new LiveFigures.Run(request.contender().label(), request.replication(), entry.getValue().simulatedNanos(), planned(request)));
        }
        runs.sort(LiveFigures.Run.ORDER);
        return new LiveFigures(runs, events, List.of());
    }

    /** Phases that end with their work have no planned length. */
    private static OptionalLong planned(RunRequest request) {
        List<Phase> phases = request.scenario().workload().phases();
        return phases.stream().anyMatch(Phase::counted) ? OptionalLong.empty()
                : OptionalLong.of(phases.stream().mapToLong(phase -> phase.duration().toNanos()).sum());
    }
}

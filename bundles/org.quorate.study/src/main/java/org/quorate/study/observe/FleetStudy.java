// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.KernelProfile;
import org.quorate.model.Node;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.study.RunEngine;
import org.quorate.study.Runs;
import org.quorate.study.StudyFailedException;
import org.quorate.study.StudyListener;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Origin;

/** Simulates a file system, and says what one of its phases predicts of all nodes. Thread-safe; the number of threads changes no result. */
public final class FleetStudy {

    private final Runs runs;
    private final Function<String, KernelProfile> kernels;
    private final String version;

    /**
     * A study.
     *
     * @param engine  makes the runs
     * @param kernels finds the profile of a kernel version
     * @param threads that make runs at the same time, at least 1
     * @param version of the program, for the result
     */
    public FleetStudy(RunEngine engine, Function<String, KernelProfile> kernels, int threads, String version) {
        this.runs = new Runs(engine, threads);
        this.kernels = kernels;
        this.version = version;
    }

    /**
     * Runs all replications.
     *
     * @param label of a file system of the scenario
     * @param phase name of one of its phases
     * @throws IllegalArgumentException if the scenario has no such file system or phase
     * @throws CancellationException    if cancelled
     * @throws StudyFailedException     if a run failed
     */
    public FleetPrediction predict(Scenario scenario, String label, String phase, StudyListener listener, BooleanSupplier cancelled) {
        FileSystemSpec spec = scenario.fileSystems().stream().filter(one -> one.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no file system " + label));
        int place = scenario.workload().phases().stream().map(Phase::name).toList().indexOf(phase);
        if (place < 0) {
            throw new IllegalArgumentException("no phase " + phase);
        }
        RunResult[] results = new RunResult[scenario.study().replications()];
        List<RunRequest> requests = IntStream.range(0, results.length).mapToObj(number -> new RunRequest(scenario, spec, number)).toList();
        runs.make(requests, result -> results[result.replication()] = result, listener, cancelled);
        KernelProfile kernel = kernels.apply(scenario.cluster().kernel());
        FileSystemKind kind = FileSystemKind.of(spec);
        Origin origin = new Origin(scenario.name(), scenario.title(), version, scenario.study().seed(), results.length, scenario.study().confidence(),
                kernel.version(), kernel.measured(), scenario.cluster().nodes().stream().map(Node::name).toList(), Optional.empty());
        List<String> notes = new ArrayList<>();
        if (!kernel.measured()) {
            notes.add("The object sizes of kernel " + kernel.version() + " are interpolated between measured versions.");
        }
        if (List.of(results).stream().anyMatch(result -> result.phases().get(place).saturated())) {
            notes.add("The predicted load is more than the cluster can carry: rates are those that it carries, and counts still grow.");
        }
        return new FleetPrediction(origin, label, kind, phase, new FleetFigures(kernel, kind, scenario.study().confidence()).of(List.of(results), place),
                notes);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.quorate.model.KernelProfile;
import org.quorate.model.Scenario;
import org.quorate.study.RunEngine;
import org.quorate.study.StudyFailedException;
import org.quorate.study.StudyListener;

/** Simulates a file system, and says what one of its phases predicts of all nodes. Thread-safe; the number of threads changes no result. */
public final class FleetStudy {

    private final PhaseRuns.Maker maker;

    /**
     * A study.
     *
     * @param engine  makes the runs
     * @param kernels finds the profile of a kernel version
     * @param threads that make runs at the same time, at least 1
     * @param version of the program, for the result
     */
    public FleetStudy(RunEngine engine, Function<String, KernelProfile> kernels, int threads, String version) {
        this.maker = new PhaseRuns.Maker(engine, kernels, threads, version);
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
        PhaseRuns runs = maker.make(scenario, label, phase, listener, cancelled);
        List<String> notes = new ArrayList<>(runs.notes());
        if (runs.results().stream().anyMatch(result -> result.phases().get(runs.phase()).saturated())) {
            notes.add("The predicted load is more than the cluster can carry: rates are those that it carries, and counts still grow.");
        }
        return new FleetPrediction(runs.origin(), label, runs.kind(), phase,
                new FleetFigures(runs.kernel(), runs.kind(), scenario.study().confidence()).of(runs.results(), runs.phase()), notes);
    }
}

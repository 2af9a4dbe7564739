// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import org.quorate.model.Scenario;
import org.quorate.study.ComparisonStudy;
import org.quorate.study.result.Comparison;

/** Simulates one file system of a scenario alone. Thread-safe. */
public final class SimulateScenario {

    private final ComparisonStudy study;

    SimulateScenario(ComparisonStudy study) {
        this.study = study;
    }

    /**
     * Runs the simulation; takes seconds to minutes.
     *
     * @param label of one of the scenario's file systems
     * @return a comparison of that one contender
     * @throws IllegalArgumentException                   if there is none of that label
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws org.quorate.study.StudyFailedException     if a run failed, which is an error of the program
     */
    public Comparison simulate(Scenario scenario, String label, StudyOptions options, Progress progress) {
        return study.simulate(options.applyTo(scenario), label, new Listening(progress), progress::isCancelled);
    }
}

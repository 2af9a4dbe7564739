// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import org.quorate.model.Scenario;
import org.quorate.study.ComparisonStudy;
import org.quorate.study.result.Comparison;

/** Compares the file systems of a scenario, with a local one as the baseline. Thread-safe. */
public final class CompareScenario {

    private final ComparisonStudy study;

    CompareScenario(ComparisonStudy study) {
        this.study = study;
    }

    /**
     * Runs the comparison; takes seconds to minutes.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws org.quorate.study.StudyFailedException     if a run failed, which is an error of the program
     */
    public Comparison compare(Scenario scenario, StudyOptions options, Progress progress) {
        return study.compare(options.applyTo(scenario), new Listening(progress), progress::isCancelled);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.List;
import org.quorate.study.accuracy.LabMeasurements;
import org.quorate.study.fit.Fit;
import org.quorate.study.fit.FitRun;
import org.quorate.study.fit.FitStudy;

/** Fits the physical parameters of a machine to measured runs. Thread-safe. */
public final class FitParameters {

    private final FitStudy study;

    FitParameters(FitStudy study) {
        this.study = study;
    }

    /** Names of the runs of the lab that can be fitted to. */
    public List<String> runs() {
        return LabMeasurements.runs();
    }

    /** Fewest evaluations of a fit. */
    public int leastEvaluations() {
        return FitStudy.LEAST_EVALUATIONS;
    }

    /**
     * Fits; an evaluation takes a few seconds of one processor with the usual runs.
     *
     * @param names       of runs to fit to; empty: those that the product's profile is fitted to
     * @param evaluations most that are made, at least {@link #leastEvaluations()}
     * @return residuals of those runs and of the ones that are held out
     * @throws IllegalArgumentException                   if there is no run of a name, or too few evaluations
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws org.quorate.study.StudyFailedException     if a run failed, which is an error of the program
     */
    public Fit fit(List<String> names, int evaluations, Progress progress) {
        List<String> training = names.isEmpty() ? FitRun.TRAINING : names;
        List<FitRun> heldOut = FitRun.HELD_OUT.stream().filter(name -> !training.contains(name)).map(FitRun::ofLab).toList();
        return study.fit(training.stream().map(FitRun::ofLab).toList(), heldOut, evaluations, progress::report,
                progress::isCancelled);
    }
}

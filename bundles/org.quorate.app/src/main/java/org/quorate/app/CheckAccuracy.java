// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.quorate.study.accuracy.Accuracy;
import org.quorate.study.accuracy.AccuracyStudy;

/** Compares the simulator with what real kernels did in the lab. Thread-safe. */
public final class CheckAccuracy {

    private final AccuracyStudy study;

    CheckAccuracy(AccuracyStudy study) {
        this.study = study;
    }

    /** Names of the runs of the lab. */
    public List<String> runs() {
        return study.runs();
    }

    /**
     * Simulates runs of the lab and compares; all of them take about a minute of one processor.
     *
     * @param runs names; empty: all
     * @throws IllegalArgumentException                   if there is no run of a name
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws org.quorate.study.StudyFailedException     if a run failed, which is an error of the program
     */
    public Accuracy check(List<String> runs, Progress progress) {
        return study.compare(runs, progress::report, progress::isCancelled);
    }

    /**
     * The same of a run that {@code quorate lab measure} wrote.
     *
     * @param folder its tables and its scenario
     * @throws IOException                                if a file of it cannot be read
     * @throws IllegalArgumentException                   if it is not the folder of one run, or its scenario has errors
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws org.quorate.study.StudyFailedException     if a run failed
     */
    public Accuracy check(Path folder, Progress progress) throws IOException {
        return study.compare(folder, progress::report, progress::isCancelled);
    }
}

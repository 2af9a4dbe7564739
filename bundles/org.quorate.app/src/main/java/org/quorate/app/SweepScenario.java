// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.sweep.SweepPlan;
import org.quorate.study.sweep.SweepStudy;

/** Compares the file systems of a scenario for each combination of values of some of its fields. Thread-safe. */
public final class SweepScenario {

    private final SweepStudy study;

    SweepScenario(SweepStudy study) {
        this.study = study;
    }

    /**
     * Plans a sweep: every value is checked as if it stood in the scenario. Takes about a millisecond a point.
     *
     * @param variations {@code PATH=VALUES} each, as {@link org.quorate.study.sweep.Variation#of} reads them
     * @param together   the fields go through their values together; else each combination is a point
     * @throws IllegalArgumentException                   with a message for the user, of one or more lines
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public SweepPlan plan(ScenarioDocument document, List<String> variations, boolean together, StudyOptions options,
            Progress progress) {
        return SweepPlan.of(document, variations, together, options.forPoints(), progress::isCancelled);
    }

    /**
     * Makes a sweep; takes seconds to hours. After it was cancelled or killed, the same sweep goes on where it was.
     *
     * @param keep directory in which finished points are kept and found; made if needed; absent: nothing is kept
     * @throws IOException                                if a point cannot be kept
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public SweepStudy.Done sweep(SweepPlan plan, Optional<Path> keep, Progress progress) throws IOException {
        return KeptPoints.in(keep, store -> study.sweep(plan, store, new Listening(progress), progress::isCancelled));
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.SensitivityPlan;
import org.quorate.study.sweep.SweepStudy;

/** Says which inputs of a scenario move the answer. Thread-safe. */
public final class RankInputs {

    private final SweepStudy study;

    RankInputs(SweepStudy study) {
        this.study = study;
    }

    /**
     * What came of it.
     *
     * @param sensitivity the same whatever was kept
     * @param kept        points that were kept from before
     */
    public record Done(Sensitivity sensitivity, int kept) {
    }

    /**
     * Plans which points to make. Takes about a millisecond a point.
     *
     * @throws IllegalArgumentException                   with a message for the user, of one or more lines
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public SensitivityPlan plan(ScenarioDocument document, SensitivityPlan.Wish wish, StudyOptions options, Progress progress) {
        return SensitivityPlan.of(document, wish, options.forPoints(), progress::isCancelled);
    }

    /**
     * Makes the points; takes seconds to hours. After it was cancelled or killed, the same goes on where it was. Points that sweeps
     * and maps have kept are used too, and the other way round.
     *
     * @param keep directory in which finished points are kept and found; made if needed; absent: nothing is kept
     * @throws IOException                                if a point cannot be kept
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Done rank(SensitivityPlan plan, Optional<Path> keep, Progress progress) throws IOException {
        SweepStudy.Done done = KeptPoints.in(keep, store -> study.sweep(plan.sweep(), store, new Listening(progress), progress::isCancelled));
        return new Done(Sensitivity.of(plan, done.sweep()), done.kept());
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.quorate.model.Scenario;
import org.quorate.study.failure.Failure;
import org.quorate.study.failure.FailureKind;
import org.quorate.study.failure.FailurePlan;
import org.quorate.study.failure.FailureStudy;

/** Plays a failure on the file systems of a scenario. Thread-safe. */
public final class FailScenario {

    private final FailureStudy study;

    FailScenario(FailureStudy study) {
        this.study = study;
    }

    /**
     * Plans it.
     *
     * @param seed         instead of the scenario's
     * @param node         name of the node that it happens to; absent: the last one
     * @param duration     it ends by itself after so long; absent: it does not
     * @param replications phases of the timers that are tried, 1 to {@link FailurePlan#MOST_REPLICATIONS}
     * @throws IllegalArgumentException with a message for the user, if that cannot happen in this scenario
     */
    public FailurePlan plan(Scenario scenario, OptionalLong seed, FailureKind kind, Optional<String> node, Optional<Duration> duration,
            int replications) {
        return FailurePlan.of(new StudyOptions(seed, OptionalInt.empty()).applyTo(scenario), kind, node, duration, replications);
    }

    /**
     * Plays it; takes well under a second with the usual number of replications.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Failure play(FailurePlan plan, Progress progress) {
        return study.play(plan, progress::isCancelled);
    }
}

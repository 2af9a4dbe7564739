// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.quorate.model.Scenario;
import org.quorate.study.watch.OperationTrace;
import org.quorate.study.watch.WatchPlan;
import org.quorate.study.watch.WatchStudy;

/** Shows how one operation of a scenario goes. Thread-safe. */
public final class WatchOperation {

    private final WatchStudy study;

    WatchOperation(WatchStudy study) {
        this.study = study;
    }

    /**
     * Plans it.
     *
     * @param seed  instead of the scenario's
     * @param label of one of the scenario's file systems
     * @param wish  which operation
     * @throws IllegalArgumentException with a message for the user, if there is no such operation in this scenario
     */
    public WatchPlan plan(Scenario scenario, OptionalLong seed, String label, WatchPlan.Wish wish) {
        return WatchPlan.of(new StudyOptions(seed, OptionalInt.empty()).applyTo(scenario), label, wish);
    }

    /**
     * Watches it; takes as long as two runs of a contender, seconds for common scenarios.
     *
     * @throws IllegalArgumentException                   with a message for the user, if there are not so many operations
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws org.quorate.study.StudyFailedException     if a run failed, which is an error of the program
     */
    public OperationTrace watch(WatchPlan plan, Progress progress) {
        return study.watch(plan, progress::report, progress::isCancelled);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quorate.provision.plan.Step;

/** How every step stands everywhere. Thread-safe. */
final class Board {

    private final Map<List<String>, StepOutcome> outcomes = new LinkedHashMap<>();
    private final Told told;

    Board(ApplyJob job, Told told) {
        this.told = told;
        for (Step step : job.steps()) {
            job.places(step).forEach(node -> outcomes.put(List.of(step.id(), node), StepOutcome.waiting(step.id(), node)));
        }
    }

    /** A step has ended, or why it has not begun is known. */
    void put(StepOutcome outcome) {
        synchronized (this) {
            outcomes.put(List.of(outcome.step(), outcome.node()), outcome);
        }
        told.stepEnded(outcome);
    }

    /** Of one step, those that cannot be gone on after. */
    synchronized List<StepOutcome> bad(String step) {
        return outcomes.values().stream().filter(outcome -> outcome.step().equals(step) && !outcome.state().isFine()).toList();
    }

    synchronized List<StepOutcome> all() {
        return new ArrayList<>(outcomes.values());
    }

    ApplyResult result(String run, ApplyResult.Ending ending, String reason, String audit) {
        return new ApplyResult(run, ending, reason, audit, all());
    }
}

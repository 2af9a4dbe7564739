// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import org.quorate.app.Progress;
import org.quorate.remote.apply.ApplyJob;
import org.quorate.remote.apply.ApplyListener;
import org.quorate.remote.apply.StepOutcome;

/** Counts the steps of a dry run. */
final class StepCount implements ApplyListener {

    private final int total;
    private final Progress progress;
    private int done;

    StepCount(ApplyJob job, Progress progress) {
        this.total = job.steps().stream().mapToInt(step -> job.places(step).size()).sum();
        this.progress = progress;
    }

    @Override
    public void stepEnded(StepOutcome outcome) {
        done++;
        progress.report(done, total, outcome.step() + " on " + outcome.node());
    }
}

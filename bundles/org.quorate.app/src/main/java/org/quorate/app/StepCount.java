// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.HashSet;
import java.util.Set;
import org.quorate.remote.apply.ApplyJob;
import org.quorate.remote.apply.ApplyListener;
import org.quorate.remote.apply.StepOutcome;

/**
 * Reports how many steps have ended on how many nodes, and passes on what it is told. Told as {@link ApplyListener} says, thus by never two
 * threads at once.
 */
final class StepCount implements ApplyListener {

    /** A step that waited for a confirmation, or is looked at again after a restart, ends more than once. */
    private record Place(String step, String node) {
    }

    private final ApplyListener told;
    private final int total;
    private final Progress progress;
    private final Set<Place> open = new HashSet<>();

    StepCount(ApplyJob job, ApplyListener told, Progress progress) {
        this.told = told;
        this.progress = progress;
        job.steps().forEach(step -> job.places(step).forEach(node -> open.add(new Place(step.id(), node))));
        total = open.size();
    }

    /** Tells how many there are, before the first of them has ended, which may be minutes later. */
    void begin() {
        progress.report(0, total, "");
    }

    @Override
    public void connected(String node, String login, String fingerprint) {
        told.connected(node, login, fingerprint);
    }

    @Override
    public void stepBegan(String node, String step) {
        told.stepBegan(node, step);
    }

    @Override
    public void line(String node, String step, String text) {
        told.line(node, step, text);
    }

    @Override
    public void stepEnded(StepOutcome outcome) {
        told.stepEnded(outcome);
        if (open.remove(new Place(outcome.step(), outcome.node()))) {
            String where = outcome.node().equals(StepOutcome.HERE) ? "" : ", " + outcome.node();
            progress.report(total - open.size(), total, outcome.step() + where);
        }
    }

    @Override
    public void remark(String node, String text) {
        told.remark(node, text);
    }
}

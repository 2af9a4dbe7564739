// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

import org.quorate.app.ApplyExport;
import org.quorate.app.ApplyReport;
import org.quorate.app.NodeAccess;
import org.quorate.app.Progress;
import org.quorate.model.Scenario;
import org.quorate.provision.plan.Step;
import org.quorate.remote.apply.ApplyJob;
import org.quorate.remote.apply.ApplyResult;
import org.quorate.remote.apply.Confirmations;
import org.quorate.remote.apply.StepOutcome;
import org.quorate.remote.apply.StepState;
import org.quorate.remote.apply.Verb;

/** Does jobs on no node: a dry run finds the first step done and the others to be changed, an apply fails at its third step. */
public final class TestApplier implements Applies.Runner {

    /** Before the second step of a job begins. */
    public final CountDownLatch goOn = new CountDownLatch(1);
    public final List<ApplyJob> jobs = new ArrayList<>();
    private final List<StepOutcome> outcomes = new ArrayList<>();

    @Override
    public synchronized ApplyReport run(ApplyJob job, Scenario scenario, Map<String, String> hosts, NodeAccess access, ApplyExport.Watch watch,
            Progress progress) {
        jobs.add(job);
        outcomes.clear();
        if (job.verb() != Verb.PLAN) {
            Optional<String> typed = watch.confirmations().typed(new Confirmations.Question(Confirmations.Kind.CHANGE, job.cluster(),
                    List.of("2 nodes of the cluster " + job.cluster() + " will be changed: node1, node2.")));
            if (!typed.equals(Optional.of(job.cluster()))) {
                return report(job, ApplyResult.Ending.UNCONFIRMED, "", "");
            }
        }
        for (Step step : job.steps()) {
            int index = job.steps().indexOf(step);
            if (index == 1) {
                await(progress);
            }
            if (progress.isCancelled()) {
                return report(job, ApplyResult.Ending.INTERRUPTED, "it was cancelled", "");
            }
            for (String node : job.places(step)) {
                watch.listener().stepBegan(node, step.id());
                watch.listener().line(node, step.id(), "looking at " + step.id());
                StepState state = index == 0 ? StepState.FOUND_DONE : job.verb() == Verb.PLAN ? StepState.WOULD_CHANGE
                        : index < 2 ? StepState.DONE : StepState.FAILED;
                StepOutcome outcome = new StepOutcome(step.id(), node, state, OptionalInt.of(state == StepState.FAILED ? 1 : 0), 1.25, List.of());
                outcomes.add(outcome);
                watch.listener().stepEnded(outcome);
                if (state == StepState.FAILED) {
                    return report(job, ApplyResult.Ending.FAILED, step.title() + " failed on " + node + ".", "/var/log/quorate/none.jsonl");
                }
            }
        }
        return report(job, ApplyResult.Ending.DONE, "", "");
    }

    private void await(Progress progress) {
        try {
            while (!progress.isCancelled() && !goOn.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                // Until the test lets it go on.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ApplyReport report(ApplyJob job, ApplyResult.Ending ending, String reason, String audit) {
        List<StepOutcome> all = new ArrayList<>(outcomes);
        job.steps().forEach(step -> job.places(step).stream().filter(node -> outcomes.stream().noneMatch(outcome -> outcome.step().equals(step.id())
                && outcome.node().equals(node))).forEach(node -> all.add(new StepOutcome(step.id(), node, StepState.WAITING, OptionalInt.empty(), 0,
                        List.of()))));
        return new ApplyReport(ApplyReport.FORMAT, job.verb(), "A small scenario", "ocfs2", job.cluster(), new ApplyResult("run1", ending, reason, audit, all),
                Optional.empty());
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.quorate.model.Scenario;
import org.quorate.study.ComparisonJob;
import org.quorate.study.ComparisonJobs;
import org.quorate.study.ComparisonWork;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;
import org.quorate.study.sweep.PointContender;
import org.quorate.study.sweep.PointKey;
import org.quorate.study.sweep.PointOutcome;
import org.quorate.study.sweep.PointStore;

/**
 * One value for one contender: begun with the replications of the study, which are doubled until the targets are decided or the
 * bound is reached. Runs that were made count on. Not thread-safe; its work is.
 */
final class Evaluation {

    private final SearchPlan plan;
    private final ComparisonJobs jobs;
    private final String build;
    private final String label;
    private final BigDecimal value;
    private final ComparisonJob job;
    private int made;
    private int replications;
    private boolean kept = true;
    private Scenario scenario;
    private Optional<ComparisonWork<PointOutcome>> work = Optional.empty();
    private Optional<PointOutcome> outcome = Optional.empty();
    private Optional<String> failure = Optional.empty();

    Evaluation(SearchPlan plan, ComparisonJobs jobs, String build, String label, BigDecimal value) {
        this.plan = plan;
        this.jobs = jobs;
        this.build = build;
        this.label = label;
        this.value = value;
        stage(plan.base().study().replications());
        job = jobs.alone(scenario, label);
    }

    private void stage(int number) {
        replications = number;
        scenario = plan.scenario(label, value, number);
        outcome = Optional.empty();
    }

    BigDecimal value() {
        return value;
    }

    /** All of it was kept from before; of an evaluation that is decided. */
    boolean kept() {
        return kept;
    }

    /** Takes what its work gave or a store has kept, and goes on to more replications where these are needed; true if it is decided. */
    boolean decided(PointStore store) {
        work.ifPresent(done -> {
            outcome = done.outcome();
            failure = done.failure().map(message -> message + " at " + plan.field().path() + " = " + plan.field().text(value));
        });
        work = Optional.empty();
        while (failure.isEmpty()) {
            if (outcome.isEmpty()) {
                outcome = store.find(key());
            }
            if (outcome.isEmpty()) {
                return false;
            }
            if (!moreMayDecide()) {
                return true;
            }
            stage(Math.min(2 * replications, plan.mostReplications()));
        }
        return true;
    }

    private String key() {
        return PointKey.alone(scenario, build);
    }

    private boolean moreMayDecide() {
        // What was not measured in every replication will not be with more of them.
        return replications < plan.mostReplications() && standing() == Standing.NEITHER
                && targets().stream().allMatch(target -> target.value().isPresent());
    }

    /** Makes the runs that are still to be made; what came of all is kept. */
    ComparisonWork<PointOutcome> work(PointStore store) {
        String key = key();
        // The requests of this stage's scenario: they name the number of its replications.
        work = Optional.of(new ComparisonWork<>(job, jobs.alone(scenario, label).requests(made, replications),
                all -> PointOutcome.kept(all, key, store)));
        made = replications;
        kept = false;
        return work.get();
    }

    Optional<String> failure() {
        return failure;
    }

    private PointContender contender() {
        return outcome.orElseThrow().contender(label).orElseThrow();
    }

    private List<TargetResult> targets() {
        return outcome.orElseThrow().targets(label);
    }

    /** To all targets together; of an evaluation that is decided. */
    Standing standing() {
        return contender().saturated().isPresent() ? Standing.MISSES : Standing.together(targets());
    }

    /** What is told of it; of an evaluation that is decided. */
    SearchPoint point() {
        return new SearchPoint(plan.field().text(value), value.doubleValue(), replications, standing(), contender().saturated(), targets());
    }

    /** The contender with its figures; of an evaluation that is decided. */
    PointContender figures() {
        return contender();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.Scenario;
import org.quorate.study.ComparisonJob;
import org.quorate.study.ComparisonStudy;
import org.quorate.study.result.Verdict.Standing;
import org.quorate.study.result.Verdict.TargetResult;
import org.quorate.study.sweep.PointContender;
import org.quorate.study.sweep.PointKey;
import org.quorate.study.sweep.PointOutcome;
import org.quorate.study.sweep.PointStore;

/**
 * One value for one contender: begun with the replications of the study, which are doubled until the targets are decided or the
 * bound is reached. Runs that were made count on. Thread-safe.
 */
final class Evaluation {

    private final SearchPlan plan;
    private final ComparisonStudy comparisons;
    private final String build;
    private final String label;
    private final BigDecimal value;
    private final Map<Integer, RunResult> made = new TreeMap<>();
    private int replications;
    private boolean kept = true;
    private Scenario scenario;
    private ComparisonJob job;
    private Optional<PointOutcome> outcome = Optional.empty();
    private int failedRun = Integer.MAX_VALUE;
    private Optional<String> failure = Optional.empty();

    Evaluation(SearchPlan plan, ComparisonStudy comparisons, String build, String label, BigDecimal value) {
        this.plan = plan;
        this.comparisons = comparisons;
        this.build = build;
        this.label = label;
        this.value = value;
        stage(plan.base().study().replications());
    }

    private void stage(int number) {
        replications = number;
        scenario = plan.scenario(label, value, number);
        job = comparisons.job(scenario, label);
        outcome = Optional.empty();
    }

    BigDecimal value() {
        return value;
    }

    /** All of it was kept from before; of an evaluation that is decided. */
    synchronized boolean kept() {
        return kept;
    }

    /** Takes what a store has kept, and goes on to more replications where these are needed; true if it is decided. */
    synchronized boolean decided(PointStore store) {
        while (failure.isEmpty()) {
            if (outcome.isEmpty()) {
                outcome = store.find(key());
            }
            if (outcome.isEmpty()) {
                return false;
            }
            if (!moreMayDecide()) {
                made.clear();
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

    /** Runs that are still to be made. */
    synchronized List<RunRequest> requests() {
        return job.requests().stream().filter(request -> !made.containsKey(request.replication())).toList();
    }

    /** Takes in a run; the last one completes the stage, which is kept. */
    synchronized void made(RunResult run, PointStore store) {
        made.put(run.replication(), run);
        kept = false;
        if (made.size() == replications && failure.isEmpty()) {
            try {
                made.values().forEach(job::add);
                outcome = Optional.of(PointOutcome.of(job));
            } catch (IllegalStateException | IllegalArgumentException e) {
                failure = Optional.of(e.toString());
                return;
            }
            store.keep(key(), outcome.get());
        }
    }

    /** A run failed. Of several, the first in order is told, so that the result does not depend on threads. */
    synchronized void failed(RunRequest request, String message) {
        if (request.replication() < failedRun) {
            failedRun = request.replication();
            failure = Optional.of(message + " at " + plan.field().path() + " = " + plan.field().text(value));
        }
    }

    synchronized Optional<String> failure() {
        return failure;
    }

    private PointContender contender() {
        return outcome.orElseThrow().contender(label).orElseThrow();
    }

    private List<TargetResult> targets() {
        return outcome.orElseThrow().targets(label);
    }

    /** To all targets together; of an evaluation that is decided. */
    synchronized Standing standing() {
        if (contender().saturated().isPresent() || targets().stream().anyMatch(target -> target.standing() == Standing.MISSES)) {
            return Standing.MISSES;
        }
        return targets().stream().allMatch(target -> target.standing() == Standing.MEETS) ? Standing.MEETS : Standing.NEITHER;
    }

    /** What is told of it; of an evaluation that is decided. */
    synchronized SearchPoint point() {
        return new SearchPoint(plan.field().text(value), value.doubleValue(), replications, standing(), contender().saturated(), targets());
    }

    /** The contender with its figures; of an evaluation that is decided. */
    synchronized PointContender figures() {
        return contender();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;

/**
 * One comparison of many whose runs are made together: when the last run is made, what the study needs of it is taken from it, and the
 * samples are let go. A run that fails ends this comparison, not the others. Thread-safe.
 *
 * @param <T> what the study needs
 */
public final class ComparisonWork<T> implements Runs.Work {

    private final List<RunRequest> requests;
    private final Function<ComparisonJob, T> figures;
    private ComparisonJob job;
    private int left;
    private int failedRun = Integer.MAX_VALUE;
    private Optional<String> failure = Optional.empty();
    private Optional<T> outcome = Optional.empty();

    /**
     * Makes all runs of a comparison.
     *
     * @param figures what is needed of it, called once on the thread of the last run; an {@link IllegalStateException} or
     *                {@link IllegalArgumentException} that it throws counts as a failure, everything else ends all work
     */
    public ComparisonWork(ComparisonJob job, Function<ComparisonJob, T> figures) {
        this(job, job.requests(), figures);
    }

    /** Makes those runs of a comparison that has others already. */
    public ComparisonWork(ComparisonJob job, List<RunRequest> requests, Function<ComparisonJob, T> figures) {
        this.job = job;
        this.requests = List.copyOf(requests);
        this.figures = figures;
        this.left = requests.size();
    }

    @Override
    public List<RunRequest> requests() {
        return requests;
    }

    @Override
    public synchronized void made(RunRequest request, RunResult run) {
        job.add(run);
        advance();
    }

    /** Of several runs that fail, the first in order is told, so that the result does not depend on threads. */
    @Override
    public synchronized void failed(RunRequest request, StudyFailedException why) {
        int index = 0;
        while (requests.get(index) != request) {
            index++;
        }
        if (index < failedRun) {
            failedRun = index;
            failure = Optional.of(why.getMessage());
        }
        advance();
    }

    private void advance() {
        left--;
        if (left > 0) {
            return;
        }
        if (failure.isEmpty()) {
            try {
                outcome = Optional.of(figures.apply(job));
            } catch (IllegalStateException | IllegalArgumentException e) {
                failure = Optional.of(e.toString());
            }
        }
        job = null;
    }

    /** What is needed of it; absent before the last run is made, or if it failed. */
    public synchronized Optional<T> outcome() {
        return outcome;
    }

    /**
     * What is needed of it, after the last run.
     *
     * @throws StudyFailedException if it failed
     */
    public T required() {
        return outcome().orElseThrow(() -> new StudyFailedException(failure().orElse("no run was made"), null));
    }

    /** Which run failed and how. */
    public synchronized Optional<String> failure() {
        return failure;
    }
}

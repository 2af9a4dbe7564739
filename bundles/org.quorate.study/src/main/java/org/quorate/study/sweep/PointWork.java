// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.List;
import java.util.Optional;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;
import org.quorate.study.ComparisonJob;

/** A point in the making. Thread-safe. */
final class PointWork {

    private final String key;
    private final List<RunRequest> requests;
    private ComparisonJob job;
    private int left;
    private int failedRun = Integer.MAX_VALUE;
    private String failure;
    private PointOutcome outcome;

    PointWork(String key, ComparisonJob job) {
        this.key = key;
        this.job = job;
        this.requests = job.requests();
        this.left = requests.size();
    }

    String key() {
        return key;
    }

    List<RunRequest> requests() {
        return requests;
    }

    /** Takes in a run; the outcome if that was the last one and none failed. */
    synchronized Optional<PointOutcome> made(RunResult run) {
        job.add(run);
        return advance();
    }

    /** A run failed. Of several, the first in order is told, so that the result does not depend on threads. */
    synchronized void failed(RunRequest request, String message) {
        int index = 0;
        while (requests.get(index) != request) {
            index++;
        }
        if (index < failedRun) {
            failedRun = index;
            failure = message;
        }
        advance();
    }

    private Optional<PointOutcome> advance() {
        left--;
        if (left > 0) {
            return Optional.empty();
        }
        if (failure == null) {
            try {
                outcome = PointOutcome.of(job);
            } catch (IllegalStateException | IllegalArgumentException e) {
                failure = e.toString();
            }
        }
        // The samples of all replications are not needed any more.
        job = null;
        return Optional.ofNullable(outcome);
    }

    synchronized Optional<PointOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }
}

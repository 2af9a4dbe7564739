// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.SizeDistribution;

/**
 * A job of fio in the words of the model. Immutable.
 *
 * @param name       of its section
 * @param afterOthers waits for all jobs before it (stonewall)
 * @param processes  numjobs
 * @param depth      requests that a process has under way
 * @param parts      what it does, with shares that sum to 1
 * @param blocks     sizes of its requests
 * @param files      number of files of a process
 * @param fileSize   of each
 * @param sharedName filename, which all processes and jobs of that name share; absent: files of its own
 * @param bytes      that a process moves, if that ends it
 * @param runtime    if that ends it
 * @param rampTime   before figures count
 * @param pause      after each request
 * @param rate       requests a second of a process at most
 */
record Job(String name, boolean afterOthers, int processes, int depth, List<Part> parts, SizeDistribution blocks, int files,
        SizeDistribution fileSize, Optional<String> sharedName, Optional<Long> bytes, Optional<Duration> runtime, Duration rampTime,
        Duration pause, Optional<Double> rate) {

    /** One kind of request. */
    record Part(Operation operation, double share, boolean fsync, OperationShare.Position at, OperationShare.Way how) {
    }

    /** Threads of the model. */
    int threads() {
        return processes * depth;
    }

    /** Requests of a thread, if their number ends it. */
    double operations() {
        boolean files = parts.get(0).operation() == Operation.CREATE || parts.get(0).operation() == Operation.STAT
                || parts.get(0).operation() == Operation.UNLINK;
        double all = files ? this.files : (double) bytes.orElse(0L) / blocks.mean().value();
        return Math.max(1, all / depth);
    }
}

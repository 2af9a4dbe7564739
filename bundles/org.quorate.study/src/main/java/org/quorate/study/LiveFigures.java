// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.quorate.study.result.Interval;

/**
 * What is known of a study while it is made. It is for a look only: which runs are in it is left to chance, unlike in the result. Immutable.
 *
 * @param runs       those under way
 * @param events     executed so far, of all runs
 * @param contenders of a comparison; empty for other studies
 */
public record LiveFigures(List<Run> runs, long events, List<Contender> contenders) {

    /**
     * A run that is under way.
     *
     * @param contender      label
     * @param replication    from 0
     * @param simulatedNanos simulated time so far
     * @param plannedNanos   simulated time at its end; absent if it ends with its work
     */
    public record Run(String contender, int replication, long simulatedNanos, OptionalLong plannedNanos) {

        /** By replication, then label. */
        static final Comparator<Run> ORDER = Comparator.comparingInt(Run::replication).thenComparing(Run::contender);

        /** How much of the run is made, 0 to 1; absent if that is not known. */
        public OptionalDouble share() {
            return plannedNanos.isEmpty() || plannedNanos.getAsLong() <= 0 ? OptionalDouble.empty()
                    : OptionalDouble.of(Math.min(1, simulatedNanos / (double) plannedNanos.getAsLong()));
        }
    }

    /**
     * What a contender came to in the runs that were made.
     *
     * @param label          of the contender
     * @param replications   runs made
     * @param operations     measured in them
     * @param simulatedNanos simulated time that was measured in them
     * @param meanNanos      mean latency of all operations with its interval, nanoseconds; absent before two runs, and if it is saturated
     * @param saturated      in some run it could not carry the load
     */
    public record Contender(String label, int replications, long operations, long simulatedNanos, Optional<Interval> meanNanos,
            boolean saturated) {

        /** Operations a second of simulated time; absent before the first run. */
        public OptionalDouble throughput() {
            return simulatedNanos <= 0 ? OptionalDouble.empty() : OptionalDouble.of(operations / (simulatedNanos / 1e9));
        }
    }

    public LiveFigures {
        runs = List.copyOf(runs);
        contenders = List.copyOf(contenders);
    }

    /** The same with figures of contenders. */
    LiveFigures with(List<Contender> figures) {
        return new LiveFigures(runs, events, figures);
    }

    /** Runs that those under way amount to: two that are half made are one. */
    public double made() {
        return runs.stream().mapToDouble(run -> run.share().orElse(0)).sum();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.fit;

import java.util.Optional;
import java.util.OptionalDouble;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;

/** A measured figure of a phase, and how to read it from a simulated run. Immutable. */
public sealed interface FitTarget {

    /** Percentile that is fitted. */
    double MEDIAN = 50;

    /** Name of the phase. */
    String phase();

    /** Name of the figure. */
    String figure();

    /** What was measured, more than 0. */
    double measured();

    /** How much an error counts. */
    double weight();

    /** The figure of a run; empty if the run has no such phase or operation. */
    OptionalDouble simulated(RunResult run, ParameterSet parameters);

    /**
     * Median latency of an operation.
     *
     * @param clockReads of the harness that measured, each a system call
     * @param measured   microseconds
     */
    record Latency(String phase, String operation, int clockReads, double measured) implements FitTarget {

        private static final double NANOS_PER_MICRO = 1000;

        @Override
        public String figure() {
            return "p50 " + operation + ", us";
        }

        @Override
        public double weight() {
            return 1;
        }

        @Override
        public OptionalDouble simulated(RunResult run, ParameterSet parameters) {
            return named(run, phase).stream().flatMap(found -> found.operations().stream())
                    .filter(result -> result.operation().name().equals(operation) && result.latency().count() > 0)
                    .mapToDouble(result -> (result.latency().percentile(MEDIAN) + clockReads * parameters.get(Parameter.SYSTEM_CALL))
                            / NANOS_PER_MICRO).findFirst();
        }
    }

    /**
     * Lock messages an operation: which thread comes first decides about some of them, so that they hold the fitted times to each
     * other where no latency does.
     */
    record Messages(String phase, String type, double measured) implements FitTarget {

        /** One such row stands for many whose counts must not suffer from a better latency. */
        private static final double COUNTS = 8;

        @Override
        public String figure() {
            return type + " an operation";
        }

        @Override
        public double weight() {
            return COUNTS;
        }

        @Override
        public OptionalDouble simulated(RunResult run, ParameterSet parameters) {
            return named(run, phase).stream().filter(found -> found.operationsTotal() > 0)
                    .mapToDouble(found -> found.messages().stream().filter(m -> m.type().equals(type)).mapToLong(MessageCount::count)
                            .sum() / (double) found.operationsTotal()).findFirst();
        }
    }

    private static Optional<PhaseResult> named(RunResult run, String phase) {
        return run.phases().stream().filter(found -> found.phase().equals(phase)).findFirst();
    }
}

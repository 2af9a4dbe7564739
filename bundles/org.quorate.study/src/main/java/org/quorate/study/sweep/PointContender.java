// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.List;
import java.util.Optional;
import org.quorate.model.Operation;
import org.quorate.study.SaturationText;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Interval;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.result.PhaseFigures;

/**
 * One contender at one point. Immutable. What is saturated has no figures: they would depend on the length of the run.
 *
 * @param label           in the scenario
 * @param kind            of file system
 * @param baseline        a private local file system, no candidate
 * @param unsafe          the design as described would lose data or hang
 * @param saturated       the first phase whose load it cannot carry, and what holds it up; absent if it carries all
 * @param mixLatencyNanos mean latency over the operation mix, nanoseconds; absent if saturated or too short to have one
 * @param lockBytes       lock memory of the fullest node, bytes; absent if saturated
 * @param phases          the measured ones, in order
 */
public record PointContender(String label, FileSystemKind kind, boolean baseline, boolean unsafe, Optional<String> saturated,
        Optional<Interval> mixLatencyNanos, Optional<Interval> lockBytes, List<PointPhase> phases) {

    /**
     * One contender in one measured phase.
     *
     * @param phase                name
     * @param saturated            what holds it up, if it cannot carry the load; empty text if that is not known
     * @param throughput           operations a second; absent if saturated
     * @param messagesPerOperation lock messages an operation, acknowledgements apart; absent if saturated
     * @param operations           by kind
     */
    public record PointPhase(String phase, Optional<String> saturated, Optional<Interval> throughput,
            Optional<Interval> messagesPerOperation, List<PointOperation> operations) {
        public PointPhase {
            operations = List.copyOf(operations);
        }

        /** The latency of a kind of operation, if it is known. */
        public Optional<Latency> latency(Operation operation) {
            return operations.stream().filter(figures -> figures.operation() == operation).findFirst()
                    .flatMap(PointOperation::latency);
        }
    }

    /**
     * One kind of operation.
     *
     * @param operation which
     * @param latency   absent if saturated or not measured in every replication
     */
    public record PointOperation(Operation operation, Optional<Latency> latency) {
    }

    public PointContender {
        phases = List.copyOf(phases);
    }

    static PointContender of(ContenderResult contender) {
        Optional<String> saturated = contender.phases().stream().filter(PhaseFigures::saturated).findFirst()
                .map(phase -> "phase " + phase.phase() + prefixed(": ", SaturationText.binding(phase)));
        return new PointContender(contender.label(), contender.kind(), contender.baseline(), !contender.unsafe().isEmpty(),
                saturated, contender.total().mixLatencyNanos(),
                saturated.isPresent() ? Optional.empty() : Optional.of(contender.total().lockBytes()),
                contender.phases().stream().map(PointContender::phase).toList());
    }

    private static String prefixed(String prefix, String text) {
        return text.isEmpty() ? "" : prefix + text;
    }

    private static PointPhase phase(PhaseFigures phase) {
        boolean steady = !phase.saturated();
        return new PointPhase(phase.phase(), steady ? Optional.empty() : Optional.of(SaturationText.binding(phase)).filter(text -> !text.isEmpty()),
                Optional.of(phase.throughput()).filter(value -> steady),
                Optional.of(phase.messages().locksPerOperation()).filter(value -> steady), phase.operations().stream()
                        .map(figures -> new PointOperation(figures.operation(), figures.latency())).toList());
    }

    /** The phase of that name, if there is one. */
    public Optional<PointPhase> phase(String name) {
        return phases.stream().filter(phase -> phase.phase().equals(name)).findFirst();
    }
}

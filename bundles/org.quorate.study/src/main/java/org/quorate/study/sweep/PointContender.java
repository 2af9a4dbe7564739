// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Interval;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.result.StationFigure;
import org.quorate.study.text.Quantity;
import org.quorate.study.text.Titles;

/**
 * One contender at one point. Immutable. What is saturated has no figures: they would depend on the length of the run.
 *
 * @param label           in the scenario
 * @param kind            of file system
 * @param baseline        a private local file system, no candidate
 * @param unsafe          the design as described would lose data or hang
 * @param saturated       the first phase whose load it cannot carry, and what binds it; absent if it carries all
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
     * @param saturated            what binds it, if it cannot carry the load
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

    /** A resource that is busy for longer is what binds; an open queue at 90 % waits ten times its service already. */
    private static final double USED_UP = 0.9;

    public PointContender {
        phases = List.copyOf(phases);
    }

    static PointContender of(ContenderResult contender) {
        Optional<String> saturated = contender.phases().stream().filter(PhaseFigures::saturated).findFirst()
                .map(phase -> "phase " + phase.phase() + ": " + binding(phase));
        return new PointContender(contender.label(), contender.kind(), contender.baseline(), !contender.unsafe().isEmpty(),
                saturated, contender.total().mixLatencyNanos(),
                saturated.isPresent() ? Optional.empty() : Optional.of(contender.total().lockBytes()),
                contender.phases().stream().map(PointContender::phase).toList());
    }

    private static PointPhase phase(PhaseFigures phase) {
        boolean steady = !phase.saturated();
        return new PointPhase(phase.phase(), steady ? Optional.empty() : Optional.of(binding(phase)),
                Optional.of(phase.throughput()).filter(value -> steady),
                Optional.of(phase.messages().locksPerOperation()).filter(value -> steady), phase.operations().stream()
                        .map(figures -> new PointOperation(figures.operation(), figures.latency())).toList());
    }

    /** The resource that is used up; where none is, what the operations wait for instead. */
    private static String binding(PhaseFigures phase) {
        Optional<StationFigure> busiest = phase.bindingStation();
        String resource = busiest.map(station -> station.station() + " is busy "
                + Quantity.percent(station.utilisation().mean()) + " of the time").orElse("");
        boolean usedUp = busiest.filter(station -> station.utilisation().mean() >= USED_UP).isPresent();
        Optional<Map.Entry<TimePart, Double>> most = phase.timeShares().entrySet().stream().max(Map.Entry.comparingByValue());
        if (usedUp || most.isEmpty()) {
            return resource;
        }
        return Quantity.percent(most.get().getValue()) + " of the time goes to " + Titles.of(most.get().getKey())
                + (resource.isEmpty() ? "" : ", while " + resource);
    }

    /** The phase of that name, if there is one. */
    public Optional<PointPhase> phase(String name) {
        return phases.stream().filter(phase -> phase.phase().equals(name)).findFirst();
    }
}

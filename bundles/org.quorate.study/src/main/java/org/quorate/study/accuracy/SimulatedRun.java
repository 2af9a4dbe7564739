// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.KernelProfile;
import org.quorate.model.SlabCache;
import org.quorate.sim.LatencyRecorder;

/**
 * A simulated run, seen through the phases of the lab: the mean of its replications, for what a phase counts depends on chance in
 * the simulator as it does in the lab. Immutable.
 *
 * @param replications as the engine made them, at least one
 * @param kernel  whose object sizes count
 * @param clockNanos what it cost the lab's harness to read the clock: a system call of that machine
 * @param parted  a phase of the lab may be several of the simulator
 * @param timed   the first phase that goes on for a time and all after it: how much was done by then is each one's own
 */
record SimulatedRun(List<RunResult> replications, KernelProfile kernel, long clockNanos, boolean parted, Set<String> timed) {

    /** What stands between a phase and the name of a part of it that the lab counts as one with it. */
    private static final String PART = "-";
    private static final double NANOS_PER_MICRO = 1000;

    /**
     * A phase of the lab: the simulated phase of that name with its parts. Figures are means of the replications.
     *
     * @param parts  of each replication in their order, the phase itself among them
     * @param kernel whose object sizes count
     * @param timed  it does not do as many operations as the lab did, or may not
     */
    record Phase(String name, List<List<PhaseResult>> parts, KernelProfile kernel, boolean timed) {

        /** What figures of the phase are divided by: the lab's operations, or as many as were made where their number was free. */
        double operations(long ofTheLab) {
            return timed ? Math.max(1, sum(PhaseResult::operationsTotal)) : ofTheLab;
        }

        /** Messages between lock managers without acknowledgements. */
        double lockMessages() {
            return sum(part -> part.messages().stream().filter(m -> !m.acknowledgement()).mapToLong(MessageCount::count).sum());
        }

        /** Payload of all messages, acknowledgements included. */
        double payloadBytes() {
            return sum(part -> part.messages().stream().mapToLong(MessageCount::bytes).sum());
        }

        /** Messages by type, all kinds of locks together. */
        Map<String, Double> messagesByType() {
            Map<String, Double> byType = new TreeMap<>();
            all().forEach(part -> part.messages().forEach(m -> byType.merge(m.type(), (double) m.count() / parts.size(), Double::sum)));
            return byType;
        }

        double reads() {
            return sum(part -> part.disk().reads());
        }

        double writes() {
            return sum(part -> part.disk().writes());
        }

        double flushes() {
            return sum(part -> part.disk().flushes());
        }

        private Stream<PhaseResult> all() {
            return parts.stream().flatMap(List::stream);
        }

        private double sum(ToLongFunction<PhaseResult> figure) {
            return (double) all().mapToLong(figure).sum() / parts.size();
        }

        /** Latency of one kind of operation in the phase itself, in all replications together, if it had any. */
        Optional<LatencyRecorder> latency(String operation) {
            return all().filter(part -> part.phase().equals(name)).flatMap(part -> part.operations().stream())
                    .filter(o -> o.operation().name().equals(operation)).map(OperationResult::latency)
                    .reduce((one, other) -> together(one, other));
        }

        private static LatencyRecorder together(LatencyRecorder one, LatencyRecorder other) {
            LatencyRecorder both = new LatencyRecorder();
            both.add(one);
            both.add(other);
            return both;
        }

        /** Objects of a slab cache at the end, on a node that is counted from 1. */
        double objects(int node, SlabCache cache) {
            return parts.stream().map(replication -> replication.get(replication.size() - 1).census().get(node - 1))
                    .mapToLong(census -> census.objects().getOrDefault(cache, 0L)).average().orElseThrow();
        }

        /** Bytes of these objects. */
        double bytes(int node, SlabCache cache) {
            return objects(node, cache) * kernel.bytes(cache);
        }
    }

    /** A percentile of an operation's latency as the lab's harness would have measured it, its own clock included. */
    double micros(MainOperation operation, LatencyRecorder latency, double percentile) {
        return (latency.percentile(percentile) + operation.clockReads() * clockNanos) / NANOS_PER_MICRO;
    }

    /** The phase that the lab calls so, if the scenario has it. */
    Optional<Phase> phase(String name) {
        List<List<PhaseResult>> parts = replications.stream().map(result -> parts(result, name)).toList();
        return parts.get(0).isEmpty() ? Optional.empty() : Optional.of(new Phase(name, parts, kernel, timed.contains(name)));
    }

    private List<PhaseResult> parts(RunResult result, String name) {
        return result.phases().stream().filter(part -> part.phase().equals(name) || parted && part.phase().startsWith(name + PART)).toList();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.KernelProfile;
import org.quorate.model.SlabCache;
import org.quorate.sim.LatencyRecorder;

/**
 * A simulated run, seen through the phases of the lab. Immutable.
 *
 * @param result  as the engine made it
 * @param kernel  whose object sizes count
 * @param clockNanos what it cost the lab's harness to read the clock: a system call of that machine
 */
record SimulatedRun(RunResult result, KernelProfile kernel, long clockNanos) {

    /** What stands between a phase and the name of a part of it that the lab counts as one with it. */
    private static final String PART = "-";
    private static final double NANOS_PER_MICRO = 1000;

    /**
     * A phase of the lab: the simulated phase of that name with its parts.
     *
     * @param parts  in their order, the phase itself among them
     * @param kernel whose object sizes count
     */
    record Phase(String name, List<PhaseResult> parts, KernelProfile kernel) {

        /** Messages between lock managers without acknowledgements. */
        double lockMessages() {
            return sum(part -> part.messages().stream().filter(m -> !m.acknowledgement()).mapToLong(MessageCount::count).sum());
        }

        /** Payload of all messages, acknowledgements included. */
        double payloadBytes() {
            return sum(part -> part.messages().stream().mapToLong(MessageCount::bytes).sum());
        }

        /** Messages by type, all kinds of locks together. */
        Map<String, Long> messagesByType() {
            Map<String, Long> byType = new TreeMap<>();
            parts.forEach(part -> part.messages().forEach(m -> byType.merge(m.type(), m.count(), Long::sum)));
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

        private double sum(ToLongFunction<PhaseResult> figure) {
            return parts.stream().mapToLong(figure).sum();
        }

        /** Latency of one kind of operation in the phase itself, if it had any. */
        Optional<LatencyRecorder> latency(String operation) {
            return parts.stream().filter(part -> part.phase().equals(name)).flatMap(part -> part.operations().stream())
                    .filter(o -> o.operation().name().equals(operation)).map(OperationResult::latency).findFirst();
        }

        /** Objects of a slab cache at the end, on a node that is counted from 1. */
        long objects(int node, SlabCache cache) {
            NodeCensus census = parts.get(parts.size() - 1).census().get(node - 1);
            return census.objects().getOrDefault(cache, 0L);
        }

        /** Bytes of these objects. */
        long bytes(int node, SlabCache cache) {
            return objects(node, cache) * kernel.bytes(cache);
        }
    }

    /** A percentile of an operation's latency as the lab's harness would have measured it, its own clock included. */
    double micros(MainOperation operation, LatencyRecorder latency, double percentile) {
        return (latency.percentile(percentile) + operation.clockReads() * clockNanos) / NANOS_PER_MICRO;
    }

    /** The phase that the lab calls so, if the scenario has it. */
    Optional<Phase> phase(String name) {
        List<PhaseResult> parts = result.phases().stream()
                .filter(part -> part.phase().equals(name) || part.phase().startsWith(name + PART)).toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Phase(name, parts, kernel));
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

import java.util.List;

/**
 * What happened in one phase of a run.
 *
 * @param phase      name in the scenario
 * @param measured   reported, as the scenario says
 * @param startNanos simulated start, after its warm-up
 * @param endNanos   simulated end
 * @param operations by kind, in the order of {@link org.quorate.model.Operation}; figures without the warm-up
 * @param operationsTotal all operations of the phase, warm-up included: what {@code messages} and {@code disk} divide by
 * @param messages   by type and lock kind, warm-up included
 * @param disk       requests at the LUN, warm-up and a following sync included
 * @param heartbeat  disk requests of the heartbeat in the same time
 * @param census     one a node, at the end
 * @param stations   utilisation
 * @param latency    of all operations over the time of the phase, warm-up included
 * @param growth     of an open load: by how many more operations were unfinished at the end of the measured part than at its start
 * @param locks      what operations waited for, warm-up included
 * @param saturated  an open load for whose arrivals no thread was free at the end: latency figures mean nothing then
 */
public record PhaseResult(String phase, boolean measured, long startNanos, long endNanos,
        List<OperationResult> operations, long operationsTotal, List<MessageCount> messages, DiskCounts disk,
        DiskCounts heartbeat, List<NodeCensus> census, List<StationUse> stations, LatencySeries latency,
        long growth, LockWaits locks, boolean saturated) {

    public PhaseResult {
        operations = List.copyOf(operations);
        messages = List.copyOf(messages);
        census = List.copyOf(census);
        stations = List.copyOf(stations);
    }

    /** Of a phase in which nobody waited for a lock. */
    public PhaseResult(String phase, boolean measured, long startNanos, long endNanos, List<OperationResult> operations,
            long operationsTotal, List<MessageCount> messages, DiskCounts disk, DiskCounts heartbeat, List<NodeCensus> census,
            List<StationUse> stations, LatencySeries latency, long growth, boolean saturated) {
        this(phase, measured, startNanos, endNanos, operations, operationsTotal, messages, disk, heartbeat, census, stations, latency,
                growth, LockWaits.NONE, saturated);
    }
}

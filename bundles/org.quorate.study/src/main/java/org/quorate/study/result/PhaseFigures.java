// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.cluster.result.TimePart;

/**
 * One measured phase of one contender.
 *
 * @param phase      name in the scenario
 * @param saturated  in at least one replication the backlog kept growing: no latency is given then, the throughput is
 *                   what the cluster could do
 * @param startNanos simulated time at which its measurement starts, in replication 0
 * @param endNanos   simulated time at which it ends, in replication 0
 * @param throughput operations a second over all nodes
 * @param operations by kind
 * @param timeShares where the time of all operations together goes: share by part, parts without time left out; sums
 *                   to 1, or empty if no operation took any time
 * @param messages   lock manager traffic
 * @param disk       requests at the LUN
 * @param memory     lock memory at the end of the phase, one entry a node in the order of the scenario
 * @param stations   utilisation, the busiest first
 * @param warmUp     whether what is left out is enough; absent if the phase ends with its work, is saturated, or has too few operations
 */
public record PhaseFigures(String phase, boolean saturated, long startNanos, long endNanos, Interval throughput,
        List<OperationFigures> operations, Map<TimePart, Double> timeShares, MessageFigures messages, DiskFigures disk,
        List<NodeMemory> memory, List<StationFigure> stations, Optional<WarmUpFigures> warmUp) {

    public PhaseFigures {
        operations = List.copyOf(operations);
        timeShares = Ordered.copy(TimePart.class, timeShares);
        memory = List.copyOf(memory);
        stations = List.copyOf(stations);
    }

    /** The busiest station: what binds first when the load grows. */
    public Optional<StationFigure> bindingStation() {
        return stations.stream().findFirst();
    }
}

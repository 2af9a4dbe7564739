// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.List;
import java.util.Optional;

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
 * @param messages   lock manager traffic
 * @param disk       requests at the LUN
 * @param memory     lock memory at the end of the phase, one entry a node in the order of the scenario
 * @param stations   utilisation, the busiest first
 */
public record PhaseFigures(String phase, boolean saturated, long startNanos, long endNanos, Interval throughput,
        List<OperationFigures> operations, MessageFigures messages, DiskFigures disk, List<NodeMemory> memory,
        List<StationFigure> stations) {

    public PhaseFigures {
        operations = List.copyOf(operations);
        memory = List.copyOf(memory);
        stations = List.copyOf(stations);
    }

    /** The busiest station: what binds first when the load grows. */
    public Optional<StationFigure> bindingStation() {
        return stations.stream().findFirst();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

import org.quorate.model.Operation;
import org.quorate.sim.LatencyRecorder;

/**
 * What one kind of operation cost in a phase, over all nodes, warm-up left out.
 *
 * @param operation which
 * @param latency   of each operation as its caller saw it, nanoseconds
 * @param partNanos total nanoseconds by {@link TimePart#ordinal()}; sums to the total latency
 */
public record OperationResult(Operation operation, LatencyRecorder latency, long[] partNanos) {
}

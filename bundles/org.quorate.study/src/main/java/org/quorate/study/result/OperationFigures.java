// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;

/**
 * One kind of operation in a phase, over all nodes, warm-up left out.
 *
 * @param operation    which
 * @param count        operations measured, over all replications
 * @param fewest       operations measured in the replication that has the fewest: what a percentile rests on
 * @param throughput   operations a second over all nodes
 * @param latency      as the caller sees it; absent if the phase is saturated or a replication has no such operation
 * @param timeShares   where the time goes: share of the latency by part, parts without time left out; sums to 1,
 *                     or empty if no such operation took any time
 * @param distribution latency by percentile over all replications together, rising; for charts; empty if the phase is saturated
 */
public record OperationFigures(Operation operation, long count, long fewest, Interval throughput,
        Optional<Latency> latency, Map<TimePart, Double> timeShares, List<PercentilePoint> distribution) {

    /**
     * Latency in nanoseconds. A percentile is the mean of the replications' own percentiles.
     *
     * @param meanNanos mean
     * @param p50Nanos  median
     * @param p95Nanos  95th percentile
     * @param p99Nanos  99th percentile
     */
    public record Latency(Interval meanNanos, Interval p50Nanos, Interval p95Nanos, Interval p99Nanos) {
    }

    /**
     * A point of the distribution.
     *
     * @param percentile   0 to 100
     * @param latencyNanos that share of the operations took at most this long
     */
    public record PercentilePoint(double percentile, long latencyNanos) {
    }

    public OperationFigures {
        timeShares = Ordered.copy(TimePart.class, timeShares);
        distribution = List.copyOf(distribution);
    }
}

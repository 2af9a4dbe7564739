// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.quorate.cluster.result.OperationResult;
import org.quorate.sim.LatencyRecorder;

/**
 * What one replication says about one kind of operation, without its histogram.
 *
 * @param count       operations
 * @param meanNanos   mean latency, 0 if there is none
 * @param percentiles latency in nanoseconds by percentile
 * @param partNanos   total time by {@link org.quorate.cluster.result.TimePart#ordinal()}
 */
record OperationSample(long count, double meanNanos, Map<Double, Long> percentiles, long[] partNanos) {

    static OperationSample of(OperationResult result, Iterable<Double> percentiles) {
        LatencyRecorder latency = result.latency();
        NavigableMap<Double, Long> values = new TreeMap<>();
        for (double percentile : percentiles) {
            values.put(percentile, latency.percentile(percentile));
        }
        return new OperationSample(latency.count(), latency.mean(), values, result.partNanos().clone());
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quorate.cluster.result.LatencySeries;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;
import org.quorate.sim.LatencyRecorder;

/** What the operations of a phase cost: latency and its parts by kind. Not thread-safe. */
final class Recorder {

    private static final Operation[] KINDS = Operation.values();

    private final LatencyRecorder[] latency = new LatencyRecorder[KINDS.length];
    private final long[][] parts = new long[KINDS.length][TimePart.values().length];
    private final long[] unmeasured = new long[TimePart.values().length];
    private LatencySeries series = LatencySeries.NONE;
    private long start;
    private long growth;
    private long total;

    void reset() {
        Arrays.fill(latency, null);
        for (long[] kind : parts) {
            Arrays.fill(kind, 0);
        }
        total = 0;
    }

    /** Where the ledger adds the parts of an operation. */
    long[] parts(int kind, boolean measured) {
        return measured ? parts[kind] : unmeasured;
    }

    /**
     * The work of the phase begins.
     *
     * @param durationNanos of the phase; 0 if it ends with its work: then there is no series
     */
    void over(long startNanos, long warmUpNanos, long durationNanos) {
        start = startNanos;
        growth = 0;
        series = durationNanos == 0 ? LatencySeries.NONE : new LatencySeries(warmUpNanos,
                (durationNanos + LatencySeries.BINS - 1) / LatencySeries.BINS, new long[LatencySeries.BINS], new long[LatencySeries.BINS]);
    }

    void add(int kind, long begun, long nanos, boolean measured) {
        total++;
        if (series.binNanos() > 0) {
            int bin = (int) Math.min((begun - start) / series.binNanos(), LatencySeries.BINS - 1);
            series.counts()[bin]++;
            series.sumNanos()[bin] += nanos;
            long ended = begun - start + nanos;
            growth += (measured ? 1 : 0)
                    - (ended >= series.leftOutNanos() && ended <= series.binNanos() * LatencySeries.BINS ? 1 : 0);
        }
        if (measured) {
            if (latency[kind] == null) {
                latency[kind] = new LatencyRecorder();
            }
            latency[kind].record(nanos);
        }
    }

    long total() {
        return total;
    }

    /** Since {@link #over}; the next phase gets another one. */
    LatencySeries series() {
        return series;
    }

    /** Operations that began in the measured part less those that ended in it; 0 if the phase ends with its work. */
    long growth() {
        return growth;
    }

    List<OperationResult> results() {
        List<OperationResult> results = new ArrayList<>();
        for (int kind = 0; kind < KINDS.length; kind++) {
            if (latency[kind] != null) {
                results.add(new OperationResult(KINDS[kind], latency[kind], parts[kind].clone()));
            }
        }
        return results;
    }
}

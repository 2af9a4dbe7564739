// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    void add(int kind, long nanos, boolean measured) {
        total++;
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

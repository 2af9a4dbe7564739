// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.quorate.cluster.result.LatencySeries;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.model.Operation;

/**
 * What one replication says about one phase, without histograms.
 *
 * @param frame      the phase without its operations, and without their latency over time
 * @param operations by kind
 */
record PhaseSample(PhaseResult frame, Map<Operation, OperationSample> operations) {

    static PhaseSample of(PhaseResult phase, Iterable<Double> percentiles) {
        Map<Operation, OperationSample> samples = new EnumMap<>(Operation.class);
        for (OperationResult operation : phase.operations()) {
            samples.put(operation.operation(), OperationSample.of(operation, percentiles));
        }
        PhaseResult frame = new PhaseResult(phase.phase(), phase.measured(), phase.startNanos(), phase.endNanos(),
                List.of(), phase.operationsTotal(), phase.messages(), phase.disk(), phase.heartbeat(), phase.census(),
                phase.stations(), LatencySeries.NONE, phase.growth(), phase.locks(), phase.saturated());
        return new PhaseSample(frame, samples);
    }

    /** Measured operations of that kind. */
    long count(Operation operation) {
        OperationSample sample = operations.get(operation);
        return sample == null ? 0 : sample.count();
    }

    /** Measured operations of all kinds. */
    long count() {
        return operations.values().stream().mapToLong(OperationSample::count).sum();
    }

    /** Mean latency of measured operations of all kinds, in nanoseconds; 0 if there are none. */
    double meanNanos() {
        return count() == 0 ? 0 : operations.values().stream().mapToDouble(sample -> sample.meanNanos() * sample.count()).sum() / count();
    }

    /** Length of the measured part in seconds, more than 0. */
    double seconds() {
        return Math.max(1, frame.endNanos() - frame.startNanos()) / 1e9;
    }

    /** Operations of all kinds a second that were done: of an open load that cannot be carried, fewer than arrived. */
    double throughput() {
        return doneShare() * count() / seconds();
    }

    /** Operations of that kind a second that were done. */
    double throughput(Operation operation) {
        return doneShare() * count(operation) / seconds();
    }

    /** What was done in the measured part as a share of what began in it; the kinds are alike in this. */
    private double doneShare() {
        return count() == 0 ? 0 : Math.max(0, count() - frame.growth()) / (double) count();
    }

    /** A total of the whole phase as a number an operation; 0 if there was no operation. */
    double perOperation(double total) {
        return frame.operationsTotal() == 0 ? 0 : total / frame.operationsTotal();
    }
}

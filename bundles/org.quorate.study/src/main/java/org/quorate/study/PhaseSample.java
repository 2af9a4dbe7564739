// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.quorate.cluster.result.OperationResult;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.model.Operation;

/**
 * What one replication says about one phase, without histograms.
 *
 * @param frame      the phase without its operations
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
                phase.stations(), phase.saturated());
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

    /** Length of the measured part in seconds, more than 0. */
    double seconds() {
        return Math.max(1, frame.endNanos() - frame.startNanos()) / 1e9;
    }

    /** A total of the whole phase as a number an operation; 0 if there was no operation. */
    double perOperation(double total) {
        return frame.operationsTotal() == 0 ? 0 : total / frame.operationsTotal();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.Operation;

/** Where the time of operations goes, over all replications. Not thread-safe; made for one sum. */
final class TimeShares {

    private final double[] nanos = new double[TimePart.values().length];

    /** The split of one kind of operation. */
    static Map<TimePart, Double> of(List<PhaseSample> phase, Operation operation) {
        TimeShares shares = new TimeShares();
        phase.forEach(sample -> shares.add(sample.operations().get(operation)));
        return shares.shares();
    }

    /** The split of all operations together. */
    static Map<TimePart, Double> of(List<PhaseSample> phase) {
        TimeShares shares = new TimeShares();
        phase.forEach(sample -> sample.operations().values().forEach(shares::add));
        return shares.shares();
    }

    private void add(OperationSample sample) {
        if (sample != null) {
            for (int part = 0; part < nanos.length; part++) {
                nanos[part] += sample.partNanos()[part];
            }
        }
    }

    private Map<TimePart, Double> shares() {
        double total = 0;
        for (double part : nanos) {
            total += part;
        }
        Map<TimePart, Double> shares = new EnumMap<>(TimePart.class);
        for (TimePart part : TimePart.values()) {
            if (nanos[part.ordinal()] > 0) {
                shares.put(part, nanos[part.ordinal()] / total);
            }
        }
        return shares;
    }
}

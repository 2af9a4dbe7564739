// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.Optional;
import org.quorate.model.Operation;

/**
 * What separates two contenders in one figure, paired by replication: both saw the same random numbers, so that the
 * difference is far better known than either figure.
 *
 * @param figure    which figure
 * @param phase     for OPERATION_LATENCY, OPERATION_P99 and THROUGHPUT
 * @param operation for OPERATION_LATENCY and OPERATION_P99
 * @param first     label
 * @param second    label
 * @param absolute  first − second, in the unit of the figure
 * @param relative  {@code absolute} as a share of the mean of {@code second}; absent if that is 0
 */
public record Difference(Figure figure, Optional<String> phase, Optional<Operation> operation, String first,
        String second, Interval absolute, Optional<Interval> relative) {

    /** True if the interval excludes 0. */
    public boolean significant() {
        return absolute.excludesZero();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * What the answer must meet. Immutable.
 *
 * @param figure     which figure
 * @param operation  for LATENCY, the operation
 * @param percentile for LATENCY, 0 to 100 (exclusive)
 * @param limit      milliseconds for LATENCY (upper limit), bytes a node for LOCK_MEMORY (upper limit), operations a
 *                   second for THROUGHPUT (lower limit)
 */
public record Target(Figure figure, java.util.Optional<Operation> operation, double percentile, double limit) {

    /** Figures that can be demanded. */
    public enum Figure { LATENCY, LOCK_MEMORY, THROUGHPUT }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

/**
 * Lock memory at one instant.
 *
 * @param timeNanos simulated time since the start of the run
 * @param lockBytes of each node, in the order of the scenario
 */
public record MemoryPoint(long timeNanos, long[] lockBytes) {
}

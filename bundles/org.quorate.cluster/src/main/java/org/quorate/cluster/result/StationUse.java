// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

/**
 * How busy a station was in a phase.
 *
 * @param name        for example {@code node1 CPU}, {@code LUN}, {@code node2 dlm_thread}
 * @param utilisation busy share of its servers, 0 to 1
 */
public record StationUse(String name, double utilisation) {
}

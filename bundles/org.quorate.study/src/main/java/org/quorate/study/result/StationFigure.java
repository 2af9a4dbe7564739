// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

/**
 * How busy a resource was.
 *
 * @param station     for example {@code LUN} or {@code node1 CPU}
 * @param utilisation busy share of its servers, 0 to 1
 */
public record StationFigure(String station, Interval utilisation) {
}

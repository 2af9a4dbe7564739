// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

/**
 * A mark on an axis.
 *
 * @param value in the unit of the axis
 * @param label with its unit
 */
public record Tick(double value, String label) {
}

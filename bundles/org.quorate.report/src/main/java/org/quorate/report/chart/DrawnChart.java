// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

/**
 * A chart in pixels, and what is where in it.
 *
 * @param image pixels
 * @param map   in points
 */
public record DrawnChart(ChartImage image, ChartMap map) {
}

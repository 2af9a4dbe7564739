// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

/**
 * A drawn chart. The caller owns the array.
 *
 * @param width  pixels
 * @param height pixels
 * @param argb   row by row from the top, 0xAARRGGBB, not premultiplied, opaque
 */
public record ChartImage(int width, int height, int[] argb) {
}

// SPDX-License-Identifier: EPL-2.0
/**
 * Draws charts with JFreeChart, without a display: the only place that knows java.awt. Everything else sees
 * {@link org.quorate.report.draw.ChartPainter}, strings and arrays of pixels.
 */
package org.quorate.report.draw;

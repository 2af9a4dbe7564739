// SPDX-License-Identifier: EPL-2.0
/**
 * What a chart shows: series, axes with units, styles, colours; nothing of how it is drawn, and no class of a drawing
 * library. Immutable, thread-safe.
 */
package org.quorate.report.chart;

// SPDX-License-Identifier: EPL-2.0
/**
 * Reports on what a study found: {@link org.quorate.report.ComparisonReport} makes a document,
 * {@link org.quorate.report.ReportFigures} the same figures and tables for a screen. Words and numbers come from the
 * result only, so they cannot contradict it; the date is an input. Pure functions, thread-safe.
 */
package org.quorate.report;

// SPDX-License-Identifier: EPL-2.0
/**
 * What charts and tables show as rows of figures and words, to be taken into a spreadsheet or read by a program: as CSV, and as text
 * with tabs for a clipboard. Immutable, thread-safe.
 */
package org.quorate.report.sheet;

// SPDX-License-Identifier: EPL-2.0
/**
 * What a reader reads: numbers with units (which multiple, how many digits, how wide the interval), and names from
 * outside made visible. Pure functions and immutable values, thread-safe, independent of the locale.
 */
package org.quorate.report.text;

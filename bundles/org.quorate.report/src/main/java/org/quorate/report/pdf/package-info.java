// SPDX-License-Identifier: EPL-2.0
/** Documents as PDF. Immutable, thread-safe. */
package org.quorate.report.pdf;

// SPDX-License-Identifier: EPL-2.0
/** The sizing report: what a consultant hands to the customer. Immutable, thread-safe. */
package org.quorate.report.sizing;

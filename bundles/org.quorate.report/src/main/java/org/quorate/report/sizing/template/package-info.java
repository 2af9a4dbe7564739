// SPDX-License-Identifier: EPL-2.0
/** What a consultant adds to a sizing report, read from bytes and texts that may be hostile: texts and a logo. Pure, thread-safe. */
package org.quorate.report.sizing.template;

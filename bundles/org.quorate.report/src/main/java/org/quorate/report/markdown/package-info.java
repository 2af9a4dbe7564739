// SPDX-License-Identifier: EPL-2.0
/** Documents as Markdown. Immutable, thread-safe. */
package org.quorate.report.markdown;

// SPDX-License-Identifier: EPL-2.0
/** Documents for word processors, in Office Open XML. Immutable, thread-safe. */
package org.quorate.report.docx;

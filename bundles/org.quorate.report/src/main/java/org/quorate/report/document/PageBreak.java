// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

/** What follows begins on a new page, where there are pages. */
public record PageBreak() implements Block {
}

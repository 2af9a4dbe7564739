// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

/** One piece of a report, in reading order. */
public sealed interface Block permits Heading, Paragraph, Table, Figure, KeyValues, Notice, Code, Items, PageBreak {
}

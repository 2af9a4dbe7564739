// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

/**
 * Running text.
 *
 * @param text plain text, no line breaks
 */
public record Paragraph(String text) implements Block {
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

/**
 * Something to copy as it stands, in a fixed-width font.
 *
 * @param title what it is
 * @param text  may have line breaks
 */
public record Code(String title, String text) implements Block {
}

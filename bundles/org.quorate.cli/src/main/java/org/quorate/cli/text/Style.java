// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

/**
 * Emphasis on a terminal, or none.
 *
 * @param coloured ANSI sequences are wanted
 */
public record Style(boolean coloured) {

    /** Plain text. */
    public static final Style PLAIN = new Style(false);

    String bold(String text) {
        return coloured && !text.isEmpty() ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    String dim(String text) {
        return coloured && !text.isEmpty() ? "\u001b[2m" + text + "\u001b[0m" : text;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

/** Text of a file that goes to a terminal. */
public final class Plain {

    private Plain() {
    }

    /**
     * The text on one line, with control and formatting characters replaced by {@code ?}: no title can move the cursor,
     * colour the screen or turn the direction of writing.
     */
    public static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}]", "?");
    }

    /** The same line by line: only the breaks between lines stay. */
    public static String lines(String text) {
        return String.join("\n", text.lines().map(Plain::line).toList());
    }
}

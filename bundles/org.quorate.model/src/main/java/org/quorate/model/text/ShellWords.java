// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quotes words for a POSIX shell (IEEE Std 1003.1-2017, 2.2.2 Single-Quotes). Pure functions. */
public final class ShellWords {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");

    private ShellWords() {
    }

    /**
     * A word that the shell takes as it is.
     *
     * @throws IllegalArgumentException if it has a NUL, which no argument of a program can have
     */
    public static String quote(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a NUL cannot stand in an argument");
        }
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** A command line of those words. */
    public static String join(List<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }
}

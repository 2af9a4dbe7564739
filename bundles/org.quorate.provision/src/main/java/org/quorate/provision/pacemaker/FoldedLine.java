// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.pacemaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One command or object over several lines, each continued by a backslash: before certain words, and where it becomes long.
 * Immutable, thread-safe.
 *
 * @param start      what it begins with, as it is; may be empty
 * @param foldBefore words that begin a line
 * @param quoting    how a word is written
 */
record FoldedLine(String start, Set<String> foldBefore, UnaryOperator<String> quoting) {

    private static final int LENGTH = 100;

    /** All words, and the end of the line. */
    String of(List<String> words) {
        StringBuilder text = new StringBuilder(start);
        int length = text.length();
        for (String word : words) {
            String quoted = quoting.apply(word);
            boolean fold = foldBefore.contains(word) || length + quoted.length() >= LENGTH;
            text.append(text.isEmpty() ? "" : fold ? " \\\n    " : " ").append(quoted);
            length = fold ? quoted.length() + 4 : length + 1 + quoted.length();
        }
        return text.append("\n").toString();
    }

    /** Words that are separated by blanks, then others that may hold some. */
    static List<String> words(String first, List<String> rest) {
        List<String> words = new ArrayList<>(List.of(first.split(" ")));
        words.addAll(rest);
        return words;
    }
}

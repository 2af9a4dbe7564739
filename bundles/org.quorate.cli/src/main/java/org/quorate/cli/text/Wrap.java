// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class Wrap {

    private static final String NO_BREAK = "\u00a0";

    private Wrap() {
    }

    /**
     * Lines of at most that many characters, broken at spaces, but not inside a figure such as {@code 25.1 ms ± 2.3 ms}; a
     * longer word stands alone on its line.
     */
    static List<String> lines(String text, int width) {
        String joined = text.replaceAll(" (?=±)|(?<=±) |(?<=\\d) (?=%|(?:[nµm]?s|[KMG]?i?B)\\b)", NO_BREAK);
        return broken(joined, width).stream().map(line -> line.replace(NO_BREAK, " ")).toList();
    }

    private static List<String> broken(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}

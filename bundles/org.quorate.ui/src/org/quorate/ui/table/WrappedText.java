// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.table;

import java.util.function.ToIntFunction;

/** Breaks text into lines. Pure functions. */
public final class WrappedText {

    private WrappedText() {
    }

    /**
     * The text with line breaks in place of spaces where a line would be wider than that; a word that is too long by itself has a line
     * of its own.
     *
     * @param width  of a line
     * @param widths of texts, in the same unit
     */
    public static String wrap(String text, int width, ToIntFunction<String> widths) {
        if (widths.applyAsInt(text) <= width) {
            return text;
        }
        StringBuilder wrapped = new StringBuilder();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && widths.applyAsInt(longer) > width) {
                wrapped.append(line).append('\n');
                line = word;
            } else {
                line = longer;
            }
        }
        return wrapped.append(line).toString();
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.util.List;

/**
 * What an import could not use, for one reason. Immutable, thread-safe.
 *
 * @param reason   why, in words
 * @param lines    how many lines, or other items, of the file
 * @param examples the first of them
 */
public record Unused(String reason, long lines, List<Example> examples) {

    /**
     * One line.
     *
     * @param line from 1; 0 for what is not a line
     * @param text the line, cut, safe to print
     */
    public record Example(long line, String text) {
    }

    public Unused {
        examples = List.copyOf(examples);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.Comparator;

/**
 * One thing that is wrong in a scenario file. Immutable, thread-safe. All texts are safe to print: values of the file
 * are quoted, with control characters escaped.
 *
 * @param severity how bad
 * @param file    name of the file, as the caller gave it
 * @param line    from 1
 * @param column  from 1, in code points
 * @param path    the field, as in {@code cluster.nodes[0].address}; empty for the file as a whole
 * @param message what is wrong
 * @param allowed what would be right; may be empty
 */
public record Problem(Severity severity, String file, int line, int column, String path, String message,
        String allowed) {

    /** In the order of the file. */
    static final Comparator<Problem> IN_FILE_ORDER = Comparator.comparingInt(Problem::line)
            .thenComparingInt(Problem::column).thenComparing(Problem::path).thenComparing(Problem::message);

    /** {@code file:line:column: path: message (allowed: …)}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + (path.isEmpty() ? "" : path + ": ") + message
                + (allowed.isEmpty() ? "" : " (allowed: " + allowed + ")");
    }
}

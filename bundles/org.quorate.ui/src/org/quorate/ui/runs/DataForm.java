// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.util.function.Supplier;

/**
 * A form in which other programs read what a study found. Immutable.
 *
 * @param name      for people: {@code CSV}
 * @param extension of its files, without a dot
 * @param text      made when it is asked for, in a background thread
 */
public record DataForm(String name, String extension, Supplier<String> text) {

    /** A row a figure. */
    public static DataForm csv(Supplier<String> text) {
        return new DataForm("CSV", "csv", text);
    }

    /** Everything, with the name and version of its form. */
    public static DataForm json(Supplier<String> text) {
        return new DataForm("JSON", "json", text);
    }
}

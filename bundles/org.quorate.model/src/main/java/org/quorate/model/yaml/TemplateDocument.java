// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.List;
import java.util.Optional;

/**
 * What a template of reports says, with the places of what only its files can tell. Immutable.
 *
 * @param title    of the report
 * @param customer whom it is for
 * @param project  what for
 * @param author   who answers for it
 * @param version  as its author counts
 * @param language of the program's words, one of those that the reader was given (BCP 47)
 * @param logo     path of a PNG or JPEG file in the template's folder
 * @param colour   {@code #rrggbb} in lower case, dark enough for text on white
 * @param styles   path of a Word file in the template's folder
 * @param parts    in order, none twice; empty: the template does not say
 */
public record TemplateDocument(Optional<String> title, Optional<String> customer, Optional<String> project, Optional<String> author,
        Optional<String> version, String language, Optional<Placed> logo, Optional<String> colour, Optional<Placed> styles,
        List<Part> parts) {

    /**
     * A value and where it stands.
     *
     * @param value  itself
     * @param line   from 1
     * @param column from 1, in code points
     * @param path   of the field
     */
    public record Placed(String value, int line, int column, String path) {

        /** What is wrong with the value. */
        public Problem error(String file, String message, String allowed) {
            return new Problem(Severity.ERROR, file, line, column, path, message, allowed);
        }
    }

    /**
     * A part of the report.
     *
     * @param chapter its word, or the path of a text in the template's folder
     * @param own     it is a text of the consultant's
     */
    public record Part(Placed chapter, boolean own) {
    }

    public TemplateDocument {
        parts = List.copyOf(parts);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

/**
 * Starts a chapter or a section.
 *
 * @param level 2 for a chapter, 3 for a section (1 is the title of the document)
 * @param id    unique in the document, {@code [a-z][a-z0-9-]*}: where links lead
 * @param text  plain text
 */
public record Heading(int level, String id, String text) implements Block {

    public Heading {
        if (level < 2 || level > 3) {
            throw new IllegalArgumentException("a heading is of level 2 or 3: " + level);
        }
        Ids.check(id);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A report.
 *
 * @param title    of the document
 * @param subtitle one line below it; may be empty
 * @param author   who answers for it, for the properties of files: what readers see of it is in {@code about}; may be empty
 * @param about    date, version and the like, shown small at the top
 * @param blocks   in reading order
 * @param language that its words are of
 * @param brand    whose it is
 */
public record ReportDocument(String title, String subtitle, String author, KeyValues about, List<Block> blocks, Language language,
        Brand brand) {

    /** An English report of nobody's. */
    public ReportDocument(String title, String subtitle, KeyValues about, List<Block> blocks) {
        this(title, subtitle, "", about, blocks, Language.ENGLISH, Brand.NONE);
    }

    public ReportDocument {
        blocks = List.copyOf(blocks);
        Set<String> ids = new HashSet<>();
        for (Block block : blocks) {
            String id = block instanceof Heading heading ? heading.id()
                    : block instanceof Figure figure ? figure.chart().id() : null;
            if (id != null && !ids.add(id)) {
                throw new IllegalArgumentException("two blocks have the id " + id);
            }
        }
    }
}

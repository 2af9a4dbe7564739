// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import java.util.ArrayList;
import java.util.List;

import org.quorate.report.document.Block;
import org.quorate.report.document.Heading;
import org.quorate.report.document.ReportDocument;

/**
 * A part of a report that is shown as one tab. Immutable.
 *
 * @param title  of the chapter
 * @param blocks below its heading
 */
public record Chapter(String title, List<Block> blocks) {

    public Chapter {
        blocks = List.copyOf(blocks);
    }

    /** Those of a document, split at the headings of level 2. */
    public static List<Chapter> of(ReportDocument document) {
        List<Chapter> chapters = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        String title = document.title();
        for (Block block : document.blocks()) {
            if (block instanceof Heading heading && heading.level() == 2) {
                addTo(chapters, title, blocks);
                title = heading.text();
            } else {
                blocks.add(block);
            }
        }
        addTo(chapters, title, blocks);
        return chapters;
    }

    private static void addTo(List<Chapter> chapters, String title, List<Block> blocks) {
        if (!blocks.isEmpty()) {
            chapters.add(new Chapter(title, blocks));
            blocks.clear();
        }
    }
}

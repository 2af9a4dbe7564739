// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import java.util.ArrayList;
import java.util.List;

import org.quorate.report.document.Block;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;

/**
 * A part of a report that is shown as one tab. Immutable.
 *
 * @param title  of the chapter
 * @param blocks below its heading
 */
public record Chapter(String title, List<Block> blocks) {

    /** So many paragraphs and notices leave room on a page. */
    private static final int FEW = 4;

    public Chapter {
        blocks = List.copyOf(blocks);
    }

    /**
     * Those of a document, split at the headings of level 2. A first one of few words alone, a summary, goes on with the next: whoever
     * opens a result sees charts or tables too. One that fills a page stays alone: what is below it would not be found.
     */
    public static List<Chapter> of(ReportDocument document) {
        List<Chapter> chapters = split(document);
        if (chapters.size() > 2 && chapters.get(0).blocks().size() <= FEW && chapters.get(0).blocks().stream().noneMatch(Chapter::fillsPage)) {
            Chapter next = chapters.remove(1);
            List<Block> blocks = new ArrayList<>(chapters.get(0).blocks());
            blocks.add(new Heading(3, "next", next.title()));
            blocks.addAll(next.blocks());
            chapters.set(0, new Chapter(chapters.get(0).title(), blocks));
        }
        return chapters;
    }

    private static boolean fillsPage(Block block) {
        return block instanceof Table || block instanceof Figure || block instanceof Code;
    }

    private static List<Chapter> split(ReportDocument document) {
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

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.SearchReport;
import org.quorate.report.document.Block;
import org.quorate.report.document.Paragraph;

/** How much more the cluster could do. */
record HeadroomChapter(Evidence evidence) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        evidence.results().capacity().ifPresent(search -> blocks.addAll(Sections.section("capacity", "How much more load it carries",
                SearchReport.content(search))));
        if (evidence.results().capacity().isEmpty()) {
            blocks.add(new Paragraph(evidence.scenario().targets().isEmpty()
                    ? "The scenario states no targets, so that there is no limit to search for."
                    : "How much more load the cluster carries was not searched for."));
        }
        return blocks;
    }
}

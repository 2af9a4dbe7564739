// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.report.SearchReport;
import org.quorate.report.document.Block;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Paragraph;
import org.quorate.study.result.Comparison;

/** How much more the cluster could do, what binds first, and what is left with a node less. */
record HeadroomChapter(Evidence evidence) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(capacity());
        blocks.addAll(new ResultsChapter(evidence).load());
        blocks.add(new Heading(3, "node-less", "With a node less"));
        blocks.addAll(nodeLess());
        return blocks;
    }

    private List<Block> capacity() {
        return evidence.results().capacity().map(search -> Sections.section("capacity", "How much more load it carries", SearchReport.content(search)))
                .orElseGet(() -> List.of(new Heading(3, "capacity", "How much more load it carries"), new Paragraph(
                        evidence.scenario().targets().isEmpty() ? "The scenario states no targets, so that there is no limit to search for."
                                : "How much more load the cluster carries within its targets was not searched for.")));
    }

    private List<Block> nodeLess() {
        int nodes = evidence.scenario().cluster().nodes().size();
        Optional<Comparison> less = evidence.results().nodeLess();
        if (less.isPresent() && nodes > 1) {
            return new NodeLessBlocks(evidence.scenario(), evidence.comparison(), less.get()).blocks();
        }
        return List.of(new Paragraph(nodes == 1 ? "The cluster has a single node: when it is gone, so is the service."
                : "What is left with a node less was not examined."));
    }
}

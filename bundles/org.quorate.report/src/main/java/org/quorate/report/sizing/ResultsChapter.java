// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.ReportFigures;
import org.quorate.report.ReportFigures.Topic;
import org.quorate.report.SensitivityReport;
import org.quorate.report.VerdictBlocks;
import org.quorate.report.document.Block;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Paragraph;

/** What came out for each contender, topic by topic. */
record ResultsChapter(Evidence evidence) {

    /** Topics of the comparison that answer how it performs. */
    private static final List<String> RESULTS = List.of("glance", "latency", "throughput", "traffic");
    private static final List<String> TIME = List.of("time", "locks");

    List<Block> results() {
        List<Block> blocks = new ArrayList<>(verdict());
        blocks.addAll(topics(RESULTS, Chapter.RESULTS.title()));
        evidence.results().sensitivity().ifPresent(sensitivity -> blocks.addAll(Sections.section("sensitivity", "What moves the answer",
                SensitivityReport.content(sensitivity))));
        return blocks;
    }

    /** What the verdict rests on, without the answer itself, which stands in the summary. */
    private List<Block> verdict() {
        VerdictBlocks verdict = new VerdictBlocks(evidence.contenders());
        List<Block> blocks = new ArrayList<>(List.of(new Paragraph(verdict.basis())));
        blocks.addAll(verdict.warnings());
        if (!evidence.comparison().verdict().targets().isEmpty()) {
            blocks.add(verdict.targets());
        }
        return blocks;
    }

    List<Block> time() {
        return topics(TIME, Chapter.TIME.title());
    }

    /** What locks take of the memory. */
    List<Block> memory() {
        return topics(List.of("memory"), Chapter.MEMORY.title());
    }

    /** How busy the resources are. */
    List<Block> load() {
        return topics(List.of("load"), Chapter.HEADROOM.title());
    }

    /** A section for each topic; one that is called as the chapter is needs no heading. */
    private List<Block> topics(List<String> ids, String chapter) {
        List<Block> blocks = new ArrayList<>();
        for (Topic topic : ReportFigures.of(evidence.comparison()).topics()) {
            if (ids.contains(topic.id()) && !(topic.figures().isEmpty() && topic.tables().isEmpty())) {
                if (!topic.title().equals(chapter)) {
                    blocks.add(new Heading(3, "topic-" + topic.id(), topic.title()));
                }
                if (!topic.intro().isEmpty()) {
                    blocks.add(new Paragraph(topic.intro()));
                }
                blocks.addAll(topic.figures());
                blocks.addAll(topic.tables());
            }
        }
        return blocks;
    }
}

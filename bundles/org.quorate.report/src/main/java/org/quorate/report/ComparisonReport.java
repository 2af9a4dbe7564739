// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Adviser;
import org.quorate.model.Scenario;
import org.quorate.report.ReportFigures.Topic;
import org.quorate.report.document.Block;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.accuracy.AccuracySummary;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Origin;

/** Makes the report on a comparison. Pure functions. */
public final class ComparisonReport {

    private ComparisonReport() {
    }

    /**
     * The report.
     *
     * @param comparison what was found
     * @param scenario   what was run
     * @param context    date and command
     * @throws IllegalArgumentException if the comparison is not one of this scenario
     */
    public static ReportDocument document(Comparison comparison, Scenario scenario, ReportContext context) {
        Origin origin = comparison.origin();
        if (!origin.scenario().equals(scenario.name())) {
            throw new IllegalArgumentException("the comparison is of " + origin.scenario() + ", the scenario is "
                    + scenario.name());
        }
        Contenders contenders = new Contenders(comparison);
        List<Block> blocks = new ArrayList<>(new VerdictBlocks(contenders).blocks());
        blocks.addAll(new AdviceBlocks(new Adviser().advise(scenario, Optional.of(comparison))).blocks());
        for (Topic topic : ReportFigures.of(comparison).topics()) {
            blocks.addAll(chapter(topic));
        }
        blocks.addAll(new ScenarioBlocks(scenario).blocks());
        blocks.addAll(new ContenderBlocks(scenario, contenders).blocks());
        blocks.addAll(new WorkloadBlocks(scenario).blocks());
        blocks.addAll(new LimitsBlocks(comparison, scenario, AccuracySummary.ofProduct()).blocks());
        blocks.addAll(new ReproductionBlocks(comparison, context).blocks());
        return new ReportDocument(origin.title(), subtitle(contenders), OriginEntries.about(origin, context), blocks);
    }

    private static List<Block> chapter(Topic topic) {
        if (topic.figures().isEmpty() && topic.tables().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, topic.id(), topic.title()));
        if (!topic.intro().isEmpty()) {
            blocks.add(new Paragraph(topic.intro()));
        }
        blocks.addAll(topic.figures());
        blocks.addAll(topic.tables());
        return blocks;
    }

    private static String subtitle(Contenders contenders) {
        List<String> candidates = contenders.comparison().verdict().candidates();
        int nodes = contenders.comparison().origin().nodes().size();
        String where = " on " + nodes + (nodes == 1 ? " node" : " nodes");
        return candidates.size() < 2 ? "Simulated" + where : Words.and(candidates) + " compared" + where;
    }
}

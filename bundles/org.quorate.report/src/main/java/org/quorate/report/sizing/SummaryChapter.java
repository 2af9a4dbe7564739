// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quorate.advice.Finding;
import org.quorate.report.ReportFigures;
import org.quorate.report.VerdictBlocks;
import org.quorate.report.Words;
import org.quorate.report.document.Block;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.Table;

/** The answer on one page: verdict, how sure it is, what would change it, what to buy and what to mend. */
record SummaryChapter(Evidence evidence) {

    private static final int FINDINGS = 3;

    List<Block> blocks() {
        VerdictBlocks verdict = new VerdictBlocks(evidence.contenders());
        List<Block> blocks = new ArrayList<>(List.of(verdict.notice()));
        blocks.addAll(verdict.dangers());
        blocks.add(figures());
        section(blocks, "confidence", "How sure it is", confidence());
        section(blocks, "turns", "What would change it", new Turns(evidence.results()).sentences());
        section(blocks, "to-do", "What to buy and what to mend", toDo());
        return blocks;
    }

    private static void section(List<Block> blocks, String id, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            blocks.add(new Heading(3, "summary-" + id, title));
            blocks.add(new Items(false, sentences));
        }
    }

    /** The few figures that decide, as the chapter on results has them. */
    private Table figures() {
        Table glance = ReportFigures.of(evidence.comparison()).topics().stream().filter(topic -> topic.id().equals("glance"))
                .flatMap(topic -> topic.tables().stream()).findFirst().orElseThrow();
        return new Table("Key figures", glance.columns(), glance.rows(), "");
    }

    private List<String> confidence() {
        List<String> sentences = new ArrayList<>(new Leads(evidence.comparison()).sentences());
        sentences.add(VerdictBlocks.interval(evidence.comparison().origin()) + ". It covers chance, not errors of the model or of the parameters.");
        return sentences;
    }

    /** A sentence for those file systems that need the same. */
    private List<String> ram() {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        evidence.ram().forEach(plan -> labels.computeIfAbsent(plan.toBuy() + (plan.enough() ? ", as planned." : ", more than planned."),
                key -> new ArrayList<>()).add(plan.label()));
        return labels.entrySet().stream().map(entry -> "RAM to buy for " + Words.and(entry.getValue()) + ": " + entry.getKey()).toList();
    }

    private List<String> toDo() {
        List<String> sentences = new ArrayList<>();
        sentences.addAll(ram());
        List<Finding> findings = evidence.advice().findings();
        findings.stream().limit(FINDINGS).forEach(finding -> sentences.add(switch (finding.severity()) {
            case CRITICAL -> "Critical: ";
            case WARNING -> "Warning: ";
            case HINT -> "Hint: ";
        } + finding.title() + "."));
        int rest = findings.size() - FINDINGS;
        if (findings.isEmpty()) {
            sentences.add("No rule has anything to say about this design.");
        } else if (rest > 0) {
            sentences.add(rest == 1 ? "The chapter on advice has 1 finding more." : "The chapter on advice has " + rest + " findings more.");
        }
        return sentences;
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Scenario;
import org.quorate.report.ReportContext;
import org.quorate.report.Words;
import org.quorate.report.document.Block;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.KeyValues.Entry;
import org.quorate.report.document.PageBreak;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.language.ScenarioNames;
import org.quorate.report.language.Translator;

/** Writes the sizing report, in English. Pure functions. */
public final class SizingReport {

    private SizingReport() {
    }

    /**
     * The report. Chapters that have nothing to say are left out with their headings.
     *
     * @param results  what it is made of
     * @param template what the consultant chose; its language is that of our words, not of the consultant's own
     * @param context  date and command
     * @throws IllegalArgumentException if the comparison is not one of the scenario
     */
    public static ReportDocument document(SizingResults results, Template template, ReportContext context) {
        Scenario scenario = results.scenario();
        Evidence evidence = Evidence.of(results);
        Cover cover = template.cover();
        Translator translator = Translator.of(template.language()).naming(ScenarioNames.of(scenario));
        return new ReportDocument(cover.title().isEmpty() ? scenario.title() : cover.title(), translator.text(subtitle(evidence)),
                cover.author(), about(results, cover, context, translator),
                Sections.numbered(parts(evidence, template, context, translator)), template.language(), template.brand());
    }

    private static String subtitle(Evidence evidence) {
        List<String> candidates = evidence.comparison().verdict().candidates();
        int nodes = evidence.scenario().cluster().nodes().size();
        String where = nodes == 1 ? " on 1 node" : " on " + nodes + " nodes";
        return "Sizing report: " + (candidates.isEmpty() ? "simulated" : candidates.size() == 1 ? candidates.get(0)
                : Words.and(candidates) + " compared") + where;
    }

    /** Titles are ours; what stands behind them is the consultant's, or no words at all. */
    private static KeyValues about(SizingResults results, Cover cover, ReportContext context, Translator translator) {
        KeyValues all = KeyValues.of("Customer", cover.customer(), "Project", cover.project(), "Author", cover.author(), "Version", cover.version(),
                "Date", context.date().toString(), "Scenario", results.scenario().name(), "Quorate",
                results.comparison().origin().quorateVersion());
        return new KeyValues(all.entries().stream().filter(entry -> !entry.value().isEmpty())
                .map(entry -> new Entry(translator.text(entry.key()), entry.value())).toList());
    }

    private static List<Block> parts(Evidence evidence, Template template, ReportContext context, Translator translator) {
        List<Block> blocks = new ArrayList<>();
        int own = 0;
        for (Part part : template.parts()) {
            if (part instanceof Part.Own text) {
                own++;
                blocks.addAll(Sections.prefixed("own-" + own + "-", text.blocks()));
            } else {
                Chapter chapter = ((Part.Ours) part).chapter();
                chapter(blocks, chapter, translator.text(chapter.title()), translator.blocks(content(chapter, evidence, context)));
            }
        }
        if (!blocks.isEmpty() && blocks.get(blocks.size() - 1) instanceof PageBreak) {
            blocks.remove(blocks.size() - 1);
        }
        return blocks;
    }

    /** The summary has a page to itself. */
    private static void chapter(List<Block> blocks, Chapter chapter, String title, List<Block> content) {
        if (content.isEmpty()) {
            return;
        }
        boolean alone = chapter == Chapter.SUMMARY;
        if (alone && !blocks.isEmpty()) {
            blocks.add(new PageBreak());
        }
        blocks.add(new Heading(2, chapter.id(), title));
        blocks.addAll(content);
        if (alone) {
            blocks.add(new PageBreak());
        }
    }

    private static List<Block> content(Chapter chapter, Evidence evidence, ReportContext context) {
        return switch (chapter) {
            case SUMMARY -> new SummaryChapter(evidence).blocks();
            case CLUSTER -> new ClusterChapter(evidence.scenario()).blocks();
            case WORKLOAD -> new WorkloadChapter(evidence.scenario()).blocks();
            case RESULTS -> new ResultsChapter(evidence).results();
            case TIME -> new ResultsChapter(evidence).time();
            case MEMORY -> new MemoryChapter(evidence).blocks();
            case HEADROOM -> new HeadroomChapter(evidence).blocks();
            case FAILURES -> new FailuresChapter(evidence.results().failures(), evidence.comparison().verdict().candidates()).blocks();
            case ADVICE -> new AdviceChapter(evidence.advice()).blocks();
            case SCALING -> new ScalingChapter(evidence.results()).blocks();
            case SETTINGS -> new SettingsChapter(evidence).blocks();
            case SCRIPTS -> new ScriptsChapter(evidence.results().scripts()).blocks();
            case LIMITS -> new LimitsChapter(evidence).blocks();
            case REPRODUCTION -> new ReproductionChapter(evidence.results(), context).blocks();
        };
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.quorate.advice.Advice;
import org.quorate.app.AdviseScenario;
import org.quorate.app.CompareScenario;
import org.quorate.app.Progress;
import org.quorate.app.StudyOptions;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.AdviceReport;
import org.quorate.report.ComparisonReport;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.result.Comparison;
import org.quorate.ui.Messages;
import org.quorate.ui.advice.KnownAdvice;
import org.quorate.ui.runs.Study;

/** Every study that can be started on a scenario. Immutable, thread-safe. */
public final class Studies {

    /** By the words that the menu calls them by. */
    private static final Map<String, BiFunction<StudyTools, ScenarioDocument, Questionnaire>> ASKED = Map.of(
            "sweep", SweepQuestions::new, "map", MapQuestions::new, "search", SearchQuestions::new, "fail", FailQuestions::new,
            "unsafe", UnsafeQuestions::new);

    private final StudyTools tools;
    private final CompareScenario comparisons;
    private final AdviseScenario advice;
    private final KnownAdvice known;

    /** @param known is told what rules say of what was simulated */
    public Studies(StudyTools tools, KnownAdvice known) {
        this.tools = tools;
        this.known = known;
        comparisons = tools.app().compareScenario();
        advice = tools.app().adviseScenario();
    }

    /** What is to be asked before the study with that word; absent: nothing, {@link #plain} has it. */
    public Optional<Questionnaire> asked(String word, ScenarioDocument document) {
        return Optional.ofNullable(ASKED.get(word)).map(questions -> questions.apply(tools, document));
    }

    /** The study with that word that needs no answers. */
    public Study plain(String word, ScenarioDocument document) {
        String name = document.scenario().name();
        return switch (word) {
            case "compare" -> new Study(Messages.bind(Messages.Comparison_title, name), document, progress -> compare(document, progress));
            case "advise" -> new Study(Messages.bind(Messages.Advise_result, name), document, progress -> advise(document, progress));
            default -> throw new IllegalArgumentException("no such study: " + word);
        };
    }

    private ReportDocument compare(ScenarioDocument document, Progress progress) {
        Scenario scenario = document.scenario();
        Comparison comparison = comparisons.compare(scenario, StudyOptions.NONE, progress);
        known.add(scenario, advice.advise(scenario, comparison));
        return ComparisonReport.document(comparison, scenario,
                tools.reports().context(List.of("quorate", "compare", StudyTools.file(document))));
    }

    private ReportDocument advise(ScenarioDocument document, Progress progress) {
        Advice found = advice.advise(document.scenario(), StudyOptions.NONE, progress);
        known.add(document.scenario(), found);
        return AdviceReport.document(found, tools.reports().context(List.of("quorate", "advise", StudyTools.file(document))));
    }
}

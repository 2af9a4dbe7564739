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
import org.quorate.report.ReportContext;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.result.Comparison;
import org.quorate.ui.Messages;
import org.quorate.ui.advice.KnownAdvice;
import org.quorate.ui.runs.Study;

/** Every study that can be started on a scenario. Immutable, thread-safe. */
public final class Studies {

    /** By the words that the menu calls them by. */
    private static final Map<String, BiFunction<StudyTools, ScenarioDocument, Questionnaire>> ASKED = Map.of(
            "sweep", SweepQuestions::new, "map", MapQuestions::new, "search", SearchQuestions::new, "sensitivity",
            SensitivityQuestions::new, "fail", FailQuestions::new,
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
        return switch (word) {
            case "compare" -> tools.study(document, Messages.Comparison_title, word, List.of(),
                    (progress, context) -> compare(document.scenario(), progress, context));
            case "advise" -> tools.study(document, Messages.Advise_result, word, List.of(),
                    (progress, context) -> advise(document.scenario(), progress, context));
            default -> throw new IllegalArgumentException("no such study: " + word);
        };
    }

    private ReportDocument compare(Scenario scenario, Progress progress, ReportContext context) {
        Comparison comparison = comparisons.compare(scenario, StudyOptions.NONE, progress);
        known.add(scenario, advice.advise(scenario, comparison));
        return ComparisonReport.document(comparison, scenario, context);
    }

    private ReportDocument advise(Scenario scenario, Progress progress, ReportContext context) {
        Advice found = advice.advise(scenario, StudyOptions.NONE, progress);
        known.add(scenario, found);
        return AdviceReport.document(found, context);
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.quorate.advice.Advice;
import org.quorate.advice.io.AdviceCsv;
import org.quorate.advice.io.AdviceJson;
import org.quorate.app.AdviseScenario;
import org.quorate.app.CompareScenario;
import org.quorate.app.ImportedFile;
import org.quorate.app.Progress;
import org.quorate.app.StudyOptions;
import org.quorate.app.results.KeptStudies;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.AdviceReport;
import org.quorate.report.ComparisonReport;
import org.quorate.report.EstimateReport;
import org.quorate.report.ReportContext;
import org.quorate.study.estimate.Estimate;
import org.quorate.study.io.ComparisonCsv;
import org.quorate.study.io.ComparisonJson;
import org.quorate.study.io.EstimateCsv;
import org.quorate.study.io.EstimateJson;
import org.quorate.study.io.TimelineCsv;
import org.quorate.study.result.Comparison;
import org.quorate.ui.Messages;
import org.quorate.ui.advice.KnownAdvice;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;
import org.quorate.ui.runs.Study;
import org.quorate.ui.runs.StudyRequest;

/** Every study that can be started. Immutable, thread-safe. */
public final class Studies {

    /** By the words that the menu calls them by. */
    private static final Map<String, BiFunction<StudyTools, ScenarioDocument, Questionnaire>> ASKED = Map.of(
            "simulate", SimulateQuestions::new, "sweep", SweepQuestions::new, "map", MapQuestions::new, "search", SearchQuestions::new,
            "sensitivity", SensitivityQuestions::new, "fail", FailQuestions::new,
            "unsafe", UnsafeQuestions::new, "observe", ObserveQuestions::new, "watch", WatchQuestions::new);
    /** Those that are about no scenario. */
    private static final Map<String, Function<StudyTools, Questionnaire>> GENERAL = Map.of("claims", ClaimsQuestions::new, "accuracy",
            AccuracyQuestions::new, "fit", FitQuestions::new);

    private final StudyTools tools;
    private final CompareScenario comparisons;
    private final AdviseScenario advice;
    private final KnownAdvice known;
    private final KeptStudies kept;

    /**
     * @param known is told what rules say of what was simulated
     * @param kept  what was found before
     */
    public Studies(StudyTools tools, KnownAdvice known, KeptStudies kept) {
        this.tools = tools;
        this.known = known;
        this.kept = kept;
        comparisons = tools.app().compareScenario();
        advice = tools.app().adviseScenario();
    }

    /** What is to be asked before the study with that word that is about no scenario; absent: there is none. */
    public Optional<Questionnaire> general(String word) {
        return Optional.ofNullable(GENERAL.get(word)).map(questions -> questions.apply(tools));
    }

    /**
     * What is to be asked before something that another tool wrote is imported.
     *
     * @param into  told the name of the file and what was taken from it, in a background thread
     */
    public Questionnaire imports(ScenarioDocument document, BiConsumer<String, ImportedFile> into) {
        return new ImportQuestions(tools, document, into);
    }

    /**
     * What is to be asked before a sizing report is made.
     *
     * @param source file of the scenario; absent: it has none yet
     * @param pages  of templates
     */
    public Questionnaire sizing(ScenarioDocument document, Optional<Path> source, TemplatePages pages) {
        return new SizingQuestions(tools, document, source, kept, pages);
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
            case "estimate" -> tools.study(document, Messages.Estimate_result, word, List.of(), (progress, context) -> estimate(document.scenario(), context));
            default -> throw new IllegalArgumentException("no such study: " + word);
        };
    }

    /**
     * A study that was made before, to be made again: it finds the same if the scenario is the same. Whether its answers are still
     * allowed is found out when it runs.
     *
     * @param title    for people
     * @param document the scenario; absent: the study is about none
     */
    public Study again(String title, StudyRequest request, Optional<ScenarioDocument> document) {
        String name = document.map(known -> known.scenario().name() + "-").orElse("") + request.word();
        return new Study(title, name, document, progress -> same(request, document, progress::isCancelled).work().run(progress));
    }

    private Study same(StudyRequest request, Optional<ScenarioDocument> document, BooleanSupplier cancelled) {
        Optional<Questionnaire> questions = document.map(known -> asked(request, known)).orElseGet(() -> general(request.word()));
        if (questions.isEmpty()) {
            return plain(request.word(), document.orElseThrow(() -> new IllegalArgumentException(Messages.Run_not_ready)));
        }
        StudyForm form = new StudyForm(questions.get(), request.answers());
        Reply reply = form.check(form.entered(), cancelled).reply();
        return reply.study().orElseThrow(() -> new IllegalArgumentException(String.join("\n", reply.problems().values())));
    }

    private Optional<Questionnaire> asked(StudyRequest request, ScenarioDocument document) {
        return request.word().equals(SizingQuestions.WORD) ? Optional.of(sizing(document, request.source(), TemplatePages.NONE))
                : asked(request.word(), document);
    }

    /** The same with the seed that the scenario has. */
    public static StudyRequest withoutSeed(StudyRequest request) {
        Map<String, String> answers = new HashMap<>(request.answers());
        answers.remove(FieldQuestions.SEED);
        return new StudyRequest(request.word(), answers, request.source());
    }

    private Found compare(Scenario scenario, Progress progress, ReportContext context) {
        Comparison comparison = comparisons.compare(scenario, StudyOptions.NONE, progress);
        known.add(scenario, advice.advise(scenario, comparison));
        return found(comparison, scenario, context);
    }

    private Found advise(Scenario scenario, Progress progress, ReportContext context) {
        Advice found = advice.advise(scenario, StudyOptions.NONE, progress);
        known.add(scenario, found);
        return new Found(AdviceReport.document(found, context), List.of(DataForm.csv(() -> new AdviceCsv().write(found)),
                DataForm.json(() -> new AdviceJson().write(found))));
    }

    private Found estimate(Scenario scenario, ReportContext context) {
        Estimate estimate = tools.app().estimateScenario().estimate(scenario);
        return new Found(EstimateReport.document(estimate, context), List.of(DataForm.csv(() -> new EstimateCsv().write(estimate)),
                DataForm.json(() -> new EstimateJson().write(estimate))));
    }

    /** A comparison, in all forms. */
    static Found found(Comparison comparison, Scenario scenario, ReportContext context) {
        return new Found(ComparisonReport.document(comparison, scenario, context), List.of(
                DataForm.csv(() -> new ComparisonCsv().write(comparison)), DataForm.json(() -> new ComparisonJson().write(comparison)),
                new DataForm(Messages.Data_timeline, "timeline.csv", () -> new TimelineCsv().write(comparison))));
    }
}

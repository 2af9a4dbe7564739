// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.quorate.app.FitParameters;
import org.quorate.report.FitReport;
import org.quorate.report.ReportContext;
import org.quorate.study.fit.Fit;
import org.quorate.study.io.FitYaml;
import org.quorate.ui.Messages;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;

/** Asks to which runs of the lab the costs of a machine are fitted. */
final class FitQuestions implements Questionnaire {

    static final String RUNS = "runs";
    static final String EVALUATIONS = "evaluations";

    /** As many as {@code quorate fit} makes. */
    private static final int USUAL = 200;
    private static final String NUMBER = "[0-9]{1,6}";

    private final StudyTools tools;
    private final FitParameters fits;

    FitQuestions(StudyTools tools) {
        this.tools = tools;
        fits = tools.app().fitParameters();
    }

    @Override
    public String title() {
        return StudyMessages.Fit_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Fit_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        return List.of(Question.choicesOrText(RUNS, StudyMessages.Fit_runs, fits.runs(), entered.getOrDefault(RUNS, ""), StudyMessages.Fit_runs_hint),
                Question.text(EVALUATIONS, StudyMessages.Fit_evaluations, entered.getOrDefault(EVALUATIONS, String.valueOf(USUAL)),
                        Messages.bind(StudyMessages.Fit_evaluations_hint, fits.leastEvaluations())));
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        Checks checks = new Checks();
        List<String> runs = ListText.entries(answers.get(RUNS));
        checks.ask(RUNS, () -> known(runs));
        Optional<Integer> evaluations = checks.ask(EVALUATIONS, () -> evaluations(answers.get(EVALUATIONS).strip()));
        return checks.passed() ? reply(runs, evaluations.orElseThrow()) : checks.failed();
    }

    private List<String> known(List<String> runs) {
        runs.stream().filter(run -> !fits.runs().contains(run)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException(Messages.bind(StudyMessages.Accuracy_unknown, unknown, String.join(", ", fits.runs())));
        });
        return runs;
    }

    private int evaluations(String text) {
        int number = text.matches(NUMBER) ? Integer.parseInt(text) : 0;
        if (number < fits.leastEvaluations()) {
            throw new IllegalArgumentException(Messages.bind(StudyMessages.Fit_evaluations_wrong, fits.leastEvaluations()));
        }
        return number;
    }

    private Reply reply(List<String> runs, int evaluations) {
        List<String> options = new ArrayList<>(runs);
        options.addAll(List.of("--evaluations", Integer.toString(evaluations)));
        return Reply.of(Messages.bind(StudyMessages.Fit_summary, evaluations), tools.study(StudyMessages.Fit_result, "fit", options,
                (progress, context) -> found(fits.fit(runs, evaluations, progress), context)));
    }

    private static Found found(Fit fit, ReportContext context) {
        return new Found(FitReport.document(fit, context), List.of(new DataForm("YAML", "yaml", () -> new FitYaml().write(fit))));
    }
}

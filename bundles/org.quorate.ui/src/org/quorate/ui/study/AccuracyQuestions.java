// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.quorate.app.CheckAccuracy;
import org.quorate.report.AccuracyReport;
import org.quorate.report.ReportContext;
import org.quorate.study.accuracy.Accuracy;
import org.quorate.study.io.AccuracyCsv;
import org.quorate.study.io.AccuracyJson;
import org.quorate.ui.Messages;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;

/** Asks which runs of the lab are simulated and compared with what real kernels did. */
final class AccuracyQuestions implements Questionnaire {

    static final String RUNS = "runs";

    private final StudyTools tools;
    private final CheckAccuracy accuracy;

    AccuracyQuestions(StudyTools tools) {
        this.tools = tools;
        accuracy = tools.app().checkAccuracy();
    }

    @Override
    public String title() {
        return StudyMessages.Accuracy_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Accuracy_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        return List.of(Question.choicesOrText(RUNS, StudyMessages.Accuracy_runs, accuracy.runs(), entered.getOrDefault(RUNS, ""),
                Messages.bind(StudyMessages.Accuracy_runs_hint, accuracy.runs().size())));
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        List<String> wanted = ListText.entries(answers.get(RUNS));
        Optional<String> unknown = wanted.stream().filter(run -> !accuracy.runs().contains(run)).findFirst();
        if (unknown.isPresent()) {
            return Reply.of(Map.of(RUNS, Messages.bind(StudyMessages.Accuracy_unknown, unknown.get(), String.join(", ", accuracy.runs()))));
        }
        return Reply.of(Messages.bind(StudyMessages.Accuracy_summary, wanted.isEmpty() ? accuracy.runs().size() : wanted.size()),
                tools.study(StudyMessages.Accuracy_result, "accuracy", wanted, (progress, context) -> found(accuracy.check(wanted, progress), context)));
    }

    private static Found found(Accuracy result, ReportContext context) {
        return new Found(AccuracyReport.document(result, context), List.of(DataForm.csv(() -> new AccuracyCsv().write(result, row -> true)),
                DataForm.json(() -> new AccuracyJson().write(result)),
                new DataForm(Messages.Data_summary, "summary.csv", () -> new AccuracyCsv().summary(result))));
    }
}

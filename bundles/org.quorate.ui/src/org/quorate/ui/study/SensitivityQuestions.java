// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.quorate.app.Progress;
import org.quorate.app.RankInputs;
import org.quorate.app.StudyOptions;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.SensitivityReport;
import org.quorate.study.io.SensitivityCsv;
import org.quorate.study.io.SensitivityJson;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.SensitivityPlan;
import org.quorate.ui.Messages;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;

/** Asks which inputs are moved and how far, and for a figure of two file systems. */
final class SensitivityQuestions implements Questionnaire {

    static final String INPUTS = "inputs";
    static final String FACTOR = "factor";

    private final StudyTools tools;
    private final ScenarioDocument document;
    private final FieldQuestions fields;
    private final ContenderQuestions contenders;
    private final RankInputs ranks;
    private final List<String> inputs;

    SensitivityQuestions(StudyTools tools, ScenarioDocument document) {
        this.tools = tools;
        this.document = document;
        fields = new FieldQuestions(document, tools.titles());
        contenders = new ContenderQuestions(document);
        ranks = tools.app().rankInputs();
        // What could be measured comes first; the number of nodes is for a sweep.
        inputs = Stream.concat(SensitivityPlan.measurable(document).stream(), fields.numeric().paths().stream()
                .filter(path -> !path.equals(NumericFields.NODES))).distinct().toList();
    }

    @Override
    public String title() {
        return StudyMessages.Sensitivity_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Sensitivity_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        return List.of(Question.choicesOrText(INPUTS, StudyMessages.Sensitivity_inputs, inputs, entered.getOrDefault(INPUTS, ""),
                        StudyMessages.Sensitivity_inputs_hint),
                Question.text(FACTOR, StudyMessages.Sensitivity_factor, entered.getOrDefault(FACTOR,
                        String.valueOf((int) SensitivityPlan.FACTOR)), StudyMessages.Sensitivity_factor_hint),
                contenders.figure(entered), contenders.between(entered), fields.replications(entered), fields.seed(entered));
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        Checks checks = new Checks();
        contenders.check(checks, answers);
        Optional<StudyOptions> options = fields.runs(checks, answers);
        List<String> wanted = ListText.entries(answers.get(INPUTS));
        Optional<SensitivityPlan.Wish> wish = checks.ask(FACTOR, () -> new SensitivityPlan.Wish(wanted, number(answers.get(FACTOR)),
                answers.get(ContenderQuestions.FIGURE), contenders.pair(answers)));
        if (!checks.passed()) {
            return checks.failed();
        }
        return checks.ask(INPUTS, () -> ranks.plan(document, wish.orElseThrow(), options.orElseThrow(), Progress.silent(cancelled)))
                .map(plan -> reply(plan, wish.orElseThrow())).orElseGet(checks::failed);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + " is no number", e);
        }
    }

    private Reply reply(SensitivityPlan plan, SensitivityPlan.Wish wish) {
        List<String> options = new ArrayList<>();
        wish.fields().forEach(input -> options.addAll(List.of("--input", input)));
        options.addAll(List.of("--factor", Double.toString(wish.factor()), "--figure", plan.figure().text(), "--contenders",
                plan.first() + "," + plan.second()));
        options.addAll(FieldQuestions.again(plan.sweep().base()));
        List<String> lines = new ArrayList<>(List.of(Messages.bind(StudyMessages.Sensitivity_summary, new Object[] {plan.sweep().points().size(),
                plan.inputs().size(), plan.sweep().base().fileSystems().size(), plan.sweep().base().study().replications()})));
        lines.addAll(plan.sweep().notes());
        return Reply.of(String.join("\n", lines), tools.study(document, StudyMessages.Sensitivity_result, "sensitivity", options,
                (progress, context) -> found(ranks.rank(plan, tools.points(), progress).sensitivity(), context)));
    }

    private static Found found(Sensitivity result, ReportContext context) {
        return new Found(SensitivityReport.document(result, context), List.of(DataForm.csv(() -> new SensitivityCsv().write(result)),
                DataForm.json(() -> new SensitivityJson().write(result))));
    }
}

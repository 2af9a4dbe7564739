// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.quorate.app.Progress;
import org.quorate.app.StudyOptions;
import org.quorate.app.SweepScenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.SweepReport;
import org.quorate.study.io.SweepCsv;
import org.quorate.study.io.SweepJson;
import org.quorate.study.sweep.Sweep;
import org.quorate.study.sweep.SweepPlan;
import org.quorate.study.sweep.SweepPoint;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;

/** Asks for one or two fields and their values. */
final class SweepQuestions implements Questionnaire {

    static final String FIELD = "field";
    static final String VALUES = "values";
    static final String SECOND_FIELD = "secondField";
    static final String SECOND_VALUES = "secondValues";

    private final StudyTools tools;
    private final ScenarioDocument document;
    private final FieldQuestions fields;
    private final SweepScenario sweeps;

    SweepQuestions(StudyTools tools, ScenarioDocument document) {
        this.tools = tools;
        this.document = document;
        fields = new FieldQuestions(document, tools.titles());
        sweeps = tools.app().sweepScenario();
    }

    @Override
    public String title() {
        return StudyMessages.Sweep_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Sweep_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        String field = entered.getOrDefault(FIELD, fields.usual());
        String second = entered.getOrDefault(SECOND_FIELD, "");
        return List.of(fields.field(FIELD, StudyMessages.Study_field, field),
                fields.values(VALUES, StudyMessages.Study_values, field, entered),
                fields.optionalField(SECOND_FIELD, StudyMessages.Sweep_second_field, second),
                fields.values(SECOND_VALUES, StudyMessages.Sweep_second_values, second, entered).enabledIf(!second.isBlank()),
                fields.replications(entered), fields.seed(entered));
    }

    @Override
    public Set<String> dependents(String key) {
        return key.equals(FIELD) ? Set.of(VALUES) : key.equals(SECOND_FIELD) ? Set.of(SECOND_VALUES) : Set.of();
    }

    @Override
    public void prepare(Map<String, String> answers, BooleanSupplier cancelled) {
        fields.numeric().propose(answers.get(FIELD).strip(), cancelled);
        fields.numeric().propose(answers.get(SECOND_FIELD).strip(), cancelled);
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        Checks checks = new Checks();
        List<String> variations = new ArrayList<>(List.of(FieldQuestions.variation(answers, FIELD, VALUES)));
        fields.check(checks, VALUES, variations.get(0), cancelled);
        if (!answers.get(SECOND_FIELD).isBlank()) {
            String second = FieldQuestions.variation(answers, SECOND_FIELD, SECOND_VALUES);
            fields.check(checks, SECOND_VALUES, second, cancelled);
            variations.add(second);
        }
        Optional<StudyOptions> options = fields.runs(checks, answers);
        if (!checks.passed()) {
            return checks.failed();
        }
        // Each field is right by itself; what is left is wrong with both together.
        return checks.ask(variations.size() > 1 ? SECOND_VALUES : VALUES, () -> plan(variations, options.orElseThrow(), cancelled))
                .map(plan -> reply(plan, variations, options.orElseThrow())).orElseGet(checks::failed);
    }

    private SweepPlan plan(List<String> variations, StudyOptions options, BooleanSupplier cancelled) {
        return sweeps.plan(document, variations, false, options, Progress.silent(cancelled));
    }

    private Reply reply(SweepPlan plan, List<String> variations, StudyOptions runs) {
        List<String> options = new ArrayList<>();
        variations.forEach(variation -> options.addAll(List.of("--vary", variation)));
        options.addAll(FieldQuestions.again(plan.base()));
        return Reply.of(FieldQuestions.summary(plan), tools.study(document, StudyMessages.Sweep_result, "sweep", options,
                (progress, context) -> found(sweeps.sweep(plan, tools.points(), progress).sweep(), runs, context)));
    }

    private Found found(Sweep sweep, StudyOptions runs, ReportContext context) {
        return new Found(SweepReport.document(sweep, context), List.of(DataForm.csv(() -> new SweepCsv().write(sweep)),
                DataForm.json(() -> new SweepJson().write(sweep))),
                tools.points(document, sweep.fields(), sweep.points().stream().map(SweepPoint::values).toList(), runs));
    }
}

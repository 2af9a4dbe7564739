// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.quorate.app.MapScenario;
import org.quorate.app.Progress;
import org.quorate.app.StudyOptions;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.MapReport;
import org.quorate.report.ReportContext;
import org.quorate.study.io.MapCsv;
import org.quorate.study.io.MapJson;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.map.MapPlan;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;

/** Asks for two fields with their values, for a figure, and for the two file systems. */
final class MapQuestions implements Questionnaire {

    static final String ACROSS = "across";
    static final String ACROSS_VALUES = "acrossValues";
    static final String UPWARDS = "upwards";
    static final String UPWARDS_VALUES = "upwardsValues";

    private final StudyTools tools;
    private final ScenarioDocument document;
    private final FieldQuestions fields;
    private final ContenderQuestions contenders;
    private final MapScenario maps;

    MapQuestions(StudyTools tools, ScenarioDocument document) {
        this.tools = tools;
        this.document = document;
        fields = new FieldQuestions(document, tools.titles());
        contenders = new ContenderQuestions(document);
        maps = tools.app().mapScenario();
    }

    @Override
    public String title() {
        return StudyMessages.Map_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Map_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        String across = entered.getOrDefault(ACROSS, fields.usual());
        String upwards = entered.getOrDefault(UPWARDS, NumericFields.NODES);
        return List.of(fields.field(ACROSS, StudyMessages.Map_across, across),
                fields.values(ACROSS_VALUES, StudyMessages.Study_values, across, entered),
                fields.field(UPWARDS, StudyMessages.Map_upwards, upwards),
                fields.values(UPWARDS_VALUES, StudyMessages.Study_values, upwards, entered),
                contenders.figure(entered), contenders.between(entered), fields.replications(entered), fields.seed(entered));
    }

    @Override
    public Set<String> dependents(String key) {
        return key.equals(ACROSS) ? Set.of(ACROSS_VALUES) : key.equals(UPWARDS) ? Set.of(UPWARDS_VALUES) : Set.of();
    }

    @Override
    public void prepare(Map<String, String> answers, BooleanSupplier cancelled) {
        fields.numeric().propose(answers.get(ACROSS).strip(), cancelled);
        fields.numeric().propose(answers.get(UPWARDS).strip(), cancelled);
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        Checks checks = new Checks();
        String x = FieldQuestions.variation(answers, ACROSS, ACROSS_VALUES);
        String y = FieldQuestions.variation(answers, UPWARDS, UPWARDS_VALUES);
        contenders.check(checks, answers);
        Optional<StudyOptions> options = fields.runs(checks, answers);
        fields.check(checks, ACROSS_VALUES, x, cancelled);
        fields.check(checks, UPWARDS_VALUES, y, cancelled);
        if (!checks.passed()) {
            return checks.failed();
        }
        MapPlan.Wish wish = new MapPlan.Wish(x, y, answers.get(ContenderQuestions.FIGURE), contenders.pair(answers));
        // Each is right by itself; what is left is wrong with both fields together.
        return checks.ask(UPWARDS_VALUES, () -> maps.plan(document, List.of(), wish, options.orElseThrow(), Progress.silent(cancelled)))
                .map(plan -> reply(plan, wish, options.orElseThrow())).orElseGet(checks::failed);
    }

    private Reply reply(MapPlan plan, MapPlan.Wish wish, StudyOptions runs) {
        List<String> options = new ArrayList<>(List.of("--x", wish.x(), "--y", wish.y(), "--figure", plan.figure().text(), "--contenders",
                plan.first() + "," + plan.second()));
        options.addAll(FieldQuestions.again(plan.sweep().base()));
        return Reply.of(FieldQuestions.summary(plan.sweep()), tools.study(document, StudyMessages.Map_result, "map", options,
                (progress, context) -> found(maps.map(plan, tools.points(), progress).map(), runs, context)));
    }

    private Found found(CrossoverMap map, StudyOptions runs, ReportContext context) {
        return new Found(MapReport.document(map, context), List.of(DataForm.csv(() -> new MapCsv().write(map)),
                DataForm.json(() -> new MapJson().write(map))), tools.points(document, List.of(map.x(), map.y()),
                        map.points().stream().map(point -> List.of(point.x(), point.y())).toList(), runs));
    }
}

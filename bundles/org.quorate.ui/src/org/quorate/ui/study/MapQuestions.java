// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.quorate.app.MapScenario;
import org.quorate.app.Progress;
import org.quorate.app.StudyOptions;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Phase;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.MapReport;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.map.MapFigure;
import org.quorate.study.map.MapPlan;
import org.quorate.study.text.Titles;
import org.quorate.ui.Messages;
import org.quorate.ui.runs.Study;

/** Asks for two fields with their values, for a figure, and for the two file systems. */
final class MapQuestions implements Questionnaire {

    static final String ACROSS = "across";
    static final String ACROSS_VALUES = "acrossValues";
    static final String UPWARDS = "upwards";
    static final String UPWARDS_VALUES = "upwardsValues";
    static final String FIGURE = "figure";
    static final String BETWEEN = "between";
    static final String REPLICATIONS = "replications";

    private final StudyTools tools;
    private final ScenarioDocument document;
    private final FieldQuestions fields;
    private final MapScenario maps;
    private final Map<String, List<String>> pairs = new LinkedHashMap<>();

    MapQuestions(StudyTools tools, ScenarioDocument document) {
        this.tools = tools;
        this.document = document;
        fields = new FieldQuestions(document, tools.titles());
        maps = tools.app().mapScenario();
        // The question that people have comes first: OCFS2 or GFS2?
        List<FileSystemSpec> all = document.scenario().fileSystems();
        List<FileSystemSpec> ordered = Stream.of(all.stream().filter(Ocfs2Spec.class::isInstance),
                all.stream().filter(Gfs2Spec.class::isInstance),
                all.stream()).flatMap(some -> some).distinct().toList();
        for (int i = 0; i < ordered.size(); i++) {
            for (FileSystemSpec other : ordered.subList(i + 1, ordered.size())) {
                List<String> pair = List.of(ordered.get(i).label(), other.label());
                pairs.put(Messages.bind(Messages.Map_pair, pair.get(0), pair.get(1)), pair);
            }
        }
    }

    @Override
    public String title() {
        return Messages.Map_title;
    }

    @Override
    public String intro() {
        return Messages.Map_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        String across = entered.getOrDefault(ACROSS, fields.usual());
        String upwards = entered.getOrDefault(UPWARDS, NumericFields.NODES);
        List<String> between = List.copyOf(pairs.keySet());
        return List.of(fields.field(ACROSS, Messages.Map_across, across),
                fields.values(ACROSS_VALUES, Messages.Study_values, across, entered),
                fields.field(UPWARDS, Messages.Map_upwards, upwards),
                fields.values(UPWARDS_VALUES, Messages.Study_values, upwards, entered),
                Question.choiceOrText(FIGURE, Messages.Map_figure, figures(), entered.getOrDefault(FIGURE, MapFigure.MIX),
                        Messages.Map_figure_hint),
                Question.choice(BETWEEN, Messages.Map_between, between,
                        entered.getOrDefault(BETWEEN, between.isEmpty() ? "" : between.get(0)), ""),
                fields.replications(REPLICATIONS, entered));
    }

    private List<String> figures() {
        List<String> figures = new ArrayList<>(List.of(MapFigure.MIX, "lock memory"));
        document.scenario().workload().phases().stream().filter(Phase::measured).forEach(phase -> phase.mix().stream()
                .map(share -> Titles.of(share.operation())).distinct()
                .forEach(operation -> figures.add("p99 " + operation + " in " + phase.name())));
        return figures;
    }

    @Override
    public Set<String> dependents(String key) {
        return key.equals(ACROSS) ? Set.of(ACROSS_VALUES) : key.equals(UPWARDS) ? Set.of(UPWARDS_VALUES) : Set.of();
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        Checks checks = new Checks();
        String x = FieldQuestions.variation(answers, ACROSS, ACROSS_VALUES);
        String y = FieldQuestions.variation(answers, UPWARDS, UPWARDS_VALUES);
        List<String> pair = pairs.getOrDefault(answers.get(BETWEEN), List.of());
        checks.ask(FIGURE, () -> MapFigure.of(document.scenario(), answers.get(FIGURE)));
        Optional<StudyOptions> options = checks.ask(REPLICATIONS, () -> StudyTools.options(document, answers.get(REPLICATIONS)));
        checks.ask(ACROSS_VALUES, () -> fields.plan(x, cancelled));
        checks.ask(UPWARDS_VALUES, () -> fields.plan(y, cancelled));
        if (!checks.passed()) {
            return checks.failed();
        }
        MapPlan.Wish wish = new MapPlan.Wish(x, y, answers.get(FIGURE), pair);
        // Each is right by itself; what is left is wrong with both fields together, or there are not two file systems.
        return checks.ask(pair.isEmpty() ? BETWEEN : UPWARDS_VALUES,
                () -> maps.plan(document, List.of(), wish, options.orElseThrow(), StudyTools.silent(cancelled)))
                .map(plan -> reply(plan, wish, answers.get(REPLICATIONS))).orElseGet(checks::failed);
    }

    private Reply reply(MapPlan plan, MapPlan.Wish wish, String replications) {
        List<String> command = List.of("quorate", "map", StudyTools.file(document), "--x", wish.x(), "--y", wish.y(), "--figure",
                plan.figure().text(), "--contenders", plan.first() + "," + plan.second(), "--replications", replications);
        String title = Messages.bind(Messages.Map_result, document.scenario().name());
        return Reply.of(FieldQuestions.summary(plan.sweep()), new Study(title, document, progress -> map(plan, command, progress)));
    }

    private ReportDocument map(MapPlan plan, List<String> command, Progress progress) throws IOException {
        return MapReport.document(maps.map(plan, tools.points(), progress).map(), tools.reports().context(command));
    }
}

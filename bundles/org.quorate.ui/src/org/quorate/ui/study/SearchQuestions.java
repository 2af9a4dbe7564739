// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.quorate.app.SearchScenario;
import org.quorate.app.StudyOptions;
import org.quorate.model.Phase;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.SearchReport;
import org.quorate.study.io.SearchCsv;
import org.quorate.study.io.SearchJson;
import org.quorate.study.search.Search;
import org.quorate.study.search.SearchPlan;
import org.quorate.study.sweep.SweepField;
import org.quorate.study.text.TargetGrammar;
import org.quorate.study.text.Titles;
import org.quorate.ui.Messages;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;
import org.quorate.ui.runs.PointScenario;

/** Asks for a field with the ends of a range, and for a target. */
final class SearchQuestions implements Questionnaire {

    static final String FIELD = "field";
    static final String LOW = "low";
    static final String HIGH = "high";
    static final String TARGET = "target";

    private final StudyTools tools;
    private final ScenarioDocument document;
    private final FieldQuestions fields;
    private final SearchScenario searches;

    SearchQuestions(StudyTools tools, ScenarioDocument document) {
        this.tools = tools;
        this.document = document;
        fields = new FieldQuestions(document, tools.titles());
        searches = tools.app().searchScenario();
    }

    @Override
    public String title() {
        return StudyMessages.Search_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Search_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        String field = entered.getOrDefault(FIELD, fields.usual());
        List<String> ends = fields.numeric().ends(field.strip());
        List<String> targets = targets();
        return List.of(fields.field(FIELD, StudyMessages.Study_field, field),
                Question.text(LOW, StudyMessages.Search_low, entered.getOrDefault(LOW, ends.get(0)), ""),
                Question.text(HIGH, StudyMessages.Search_high, entered.getOrDefault(HIGH, ends.get(1)), ""),
                Question.choiceOrText(TARGET, StudyMessages.Search_target, targets, entered.getOrDefault(TARGET, targets.get(0)),
                        StudyMessages.Search_target_hint),
                fields.replications(entered), fields.seed(entered));
    }

    /** Those of the scenario, if it has some; then an example of each kind, whose limits are to be changed. */
    private List<String> targets() {
        List<String> targets = new ArrayList<>();
        if (!document.scenario().targets().isEmpty()) {
            targets.add(StudyMessages.Search_own_targets);
        }
        document.scenario().workload().phases().stream().filter(Phase::measured).flatMap(phase -> phase.mix().stream())
                .map(share -> Titles.of(share.operation())).distinct().forEach(operation -> targets.add("p99 " + operation + " < 20 ms"));
        targets.add("lock memory < 2 GiB");
        targets.add("throughput > 500 /s");
        return targets;
    }

    @Override
    public Set<String> dependents(String key) {
        return key.equals(FIELD) ? Set.of(LOW, HIGH) : Set.of();
    }

    @Override
    public void prepare(Map<String, String> answers, BooleanSupplier cancelled) {
        fields.numeric().propose(answers.get(FIELD).strip(), cancelled);
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        Checks checks = new Checks();
        String target = answers.get(TARGET).strip();
        List<String> targets = target.equals(StudyMessages.Search_own_targets) ? List.of() : List.of(target);
        targets.forEach(text -> checks.ask(TARGET, () -> TargetGrammar.parse(text)));
        Optional<StudyOptions> options = fields.runs(checks, answers);
        fields.check(checks, LOW, FieldQuestions.variation(answers, FIELD, LOW), cancelled);
        fields.check(checks, HIGH, FieldQuestions.variation(answers, FIELD, HIGH), cancelled);
        if (!checks.passed()) {
            return checks.failed();
        }
        String range = FieldQuestions.variation(answers, FIELD, LOW) + ".." + answers.get(HIGH).strip();
        // The range first, with a target that every scenario can be asked for; what is left is about the target.
        checks.ask(HIGH, () -> plan(range, List.of("throughput > 1 /s"), options.orElseThrow()));
        return checks.ask(TARGET, () -> plan(range, targets, options.orElseThrow())).filter(plan -> checks.passed())
                .map(plan -> reply(plan, range, targets, options.orElseThrow())).orElseGet(checks::failed);
    }

    private SearchPlan plan(String range, List<String> targets, StudyOptions options) {
        return searches.plan(document, List.of(), new SearchPlan.Wish(range, targets, List.of(), Optional.empty(),
                OptionalInt.empty()), options);
    }

    private Reply reply(SearchPlan plan, String range, List<String> targets, StudyOptions runs) {
        List<String> options = new ArrayList<>(List.of("--field", range));
        targets.forEach(target -> options.addAll(List.of("--target", target)));
        options.addAll(FieldQuestions.again(plan.base()));
        List<String> lines = new ArrayList<>(List.of(Messages.bind(StudyMessages.Search_summary, String.join(", ", plan.labels()))));
        lines.addAll(plan.field().notes());
        return Reply.of(String.join("\n", lines), tools.study(document, StudyMessages.Search_result, "search", options,
                (progress, context) -> found(searches.search(plan, tools.points(), progress).search(), runs, context)));
    }

    private Found found(Search search, StudyOptions runs, ReportContext context) {
        SweepField field = new SweepField(search.field(), search.dimension(), List.of(), List.of());
        List<PointScenario> points = search.results().stream().flatMap(result -> tools.points(document, List.of(field),
                result.points().stream().map(point -> List.of(point.value())).toList(), runs).stream()).toList();
        return new Found(SearchReport.document(search, context), List.of(DataForm.csv(() -> new SearchCsv().write(search)),
                DataForm.json(() -> new SearchJson().write(search))), points);
    }
}

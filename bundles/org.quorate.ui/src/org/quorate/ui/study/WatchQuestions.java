// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.quorate.app.WatchOperation;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Node;
import org.quorate.model.Operation;
import org.quorate.model.Phase;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.WatchReport;
import org.quorate.study.io.WatchCsv;
import org.quorate.study.io.WatchJson;
import org.quorate.study.text.Titles;
import org.quorate.study.watch.OperationTrace;
import org.quorate.study.watch.WatchPlan;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;

/** Asks which operation is watched. */
final class WatchQuestions implements Questionnaire {

    static final String FILE_SYSTEM = "fileSystem";
    static final String PHASE = "phase";
    static final String OPERATION = "operation";
    static final String NODE = "node";
    static final String WHICH = "which";

    private static final List<String> PERCENTILES = List.of("p50", "p90", "p95", "p99", "p100");
    /** More operations than can be numbered with so many digits are in no run. */
    private static final String NUMBER = "[0-9]{1,9}";

    private final StudyTools tools;
    private final ScenarioDocument document;
    private final WatchOperation watching;
    private final List<String> labels;
    private final List<Phase> phases;

    WatchQuestions(StudyTools tools, ScenarioDocument document) {
        this.tools = tools;
        this.document = document;
        watching = tools.app().watchOperation();
        labels = document.scenario().fileSystems().stream().map(FileSystemSpec::label).toList();
        phases = document.scenario().workload().phases().stream().filter(phase -> !phase.mix().isEmpty()).toList();
    }

    @Override
    public String title() {
        return StudyMessages.Watch_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Watch_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        List<String> names = phases.stream().map(Phase::name).toList();
        String usual = phases.stream().filter(Phase::measured).findFirst().or(() -> phases.stream().findFirst()).map(Phase::name).orElse("");
        String phase = entered.getOrDefault(PHASE, usual);
        List<String> operations = operations(phase);
        List<String> nodes = Stream.concat(Stream.of(StudyMessages.Watch_any),
                document.scenario().cluster().nodes().stream().map(Node::name)).toList();
        return List.of(Question.choice(FILE_SYSTEM, StudyMessages.Unsafe_file_system, labels,
                entered.getOrDefault(FILE_SYSTEM, labels.isEmpty() ? "" : labels.get(0)), ""),
                Question.choice(PHASE, StudyMessages.Watch_phase, names, phase, ""),
                Question.choice(OPERATION, StudyMessages.Watch_operation, operations,
                        entered.getOrDefault(OPERATION, operations.isEmpty() ? "" : operations.get(0)), ""),
                Question.choice(NODE, StudyMessages.Fail_node, nodes, entered.getOrDefault(NODE, StudyMessages.Watch_any), ""),
                Question.choiceOrText(WHICH, StudyMessages.Watch_which, PERCENTILES, entered.getOrDefault(WHICH, "p99"), StudyMessages.Watch_which_hint));
    }

    private List<String> operations(String phase) {
        return phases.stream().filter(candidate -> candidate.name().equals(phase)).flatMap(found -> found.mix().stream())
                .map(share -> Titles.of(share.operation())).distinct().toList();
    }

    /** Another phase has other operations. */
    @Override
    public Set<String> dependents(String key) {
        return key.equals(PHASE) ? Set.of(OPERATION) : Set.of();
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        Checks checks = new Checks();
        String which = answers.get(WHICH).strip();
        Optional<OptionalInt> index = checks.ask(WHICH, () -> index(which));
        if (!checks.passed()) {
            return checks.failed();
        }
        OptionalDouble percentile = index.orElseThrow().isPresent() ? OptionalDouble.empty() : OptionalDouble.of(percentile(which));
        Optional<String> node = Optional.of(answers.get(NODE)).filter(name -> !name.equals(StudyMessages.Watch_any));
        return checks.ask(WHICH, () -> watching.plan(document.scenario(), OptionalLong.empty(), answers.get(FILE_SYSTEM),
                new WatchPlan.Wish(Optional.of(answers.get(PHASE)), operation(answers.get(OPERATION)), node, index.get(), percentile)))
                .map(plan -> reply(plan, node)).orElseGet(checks::failed);
    }

    /** Absent: it is a percentile. */
    private static OptionalInt index(String which) {
        if (which.matches(NUMBER)) {
            return OptionalInt.of(Integer.parseInt(which));
        }
        if (!which.matches("p[0-9]{1,3}([.][0-9]{1,6})?")) {
            throw new IllegalArgumentException(StudyMessages.Watch_which_allowed);
        }
        return OptionalInt.empty();
    }

    private static double percentile(String which) {
        return Double.parseDouble(which.substring(1));
    }

    private static Optional<Operation> operation(String title) {
        return Stream.of(Operation.values()).filter(operation -> Titles.of(operation).equals(title)).findFirst();
    }

    private Reply reply(WatchPlan plan, Optional<String> node) {
        List<String> options = new ArrayList<>(List.of("--file-system", plan.contender().label(), "--phase", plan.phase(), "--operation",
                Titles.of(plan.operation())));
        node.ifPresent(name -> options.addAll(List.of("--node", name)));
        options.addAll(plan.index().isPresent() ? List.of("--index", Integer.toString(plan.index().getAsInt()))
                : List.of("--percentile", Double.toString(plan.percentile()).replaceFirst("[.]0$", "")));
        return Reply.of(StudyMessages.Watch_summary, tools.study(document, StudyMessages.Watch_result, "watch", options,
                (progress, context) -> found(watching.watch(plan, progress), context)));
    }

    private static Found found(OperationTrace trace, ReportContext context) {
        return new Found(WatchReport.document(trace, context), List.of(DataForm.csv(() -> new WatchCsv().write(trace)),
                DataForm.json(() -> new WatchJson().write(trace))));
    }
}

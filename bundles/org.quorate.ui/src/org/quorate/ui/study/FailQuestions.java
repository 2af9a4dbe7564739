// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.quorate.app.FailScenario;
import org.quorate.model.Node;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.FailureReport;
import org.quorate.report.ReportContext;
import org.quorate.study.failure.Failure;
import org.quorate.study.failure.FailureKind;
import org.quorate.study.failure.FailurePlan;
import org.quorate.study.io.FailureCsv;
import org.quorate.study.io.FailureJson;
import org.quorate.ui.Messages;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;

/** Asks what fails, where, and for how long. */
final class FailQuestions implements Questionnaire {

    static final String WHAT = "what";
    static final String NODE = "node";
    static final String DURATION = "duration";

    private final StudyTools tools;
    private final ScenarioDocument document;
    private final FailScenario failures;

    FailQuestions(StudyTools tools, ScenarioDocument document) {
        this.tools = tools;
        this.document = document;
        failures = tools.app().failScenario();
    }

    @Override
    public String title() {
        return StudyMessages.Fail_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Fail_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        FailureKind kind = kind(entered.getOrDefault(WHAT, FailureKind.NODE_DIES.title()));
        List<String> nodes = document.scenario().cluster().nodes().stream().map(Node::name).toList();
        return List.of(Question.choice(WHAT, StudyMessages.Fail_what, Stream.of(FailureKind.values()).map(FailureKind::title).toList(),
                kind.title(), Messages.bind(StudyMessages.Fail_meaning, kind.title(), kind.meaning())),
                Question.choice(NODE, StudyMessages.Fail_node, nodes, entered.getOrDefault(NODE, nodes.get(nodes.size() - 1)), "")
                        .enabledIf(kind.ofNode()),
                Question.text(DURATION, StudyMessages.Fail_duration, entered.getOrDefault(DURATION, ""), StudyMessages.Fail_duration_hint)
                        .enabledIf(kind.passes()));
    }

    /** Something else fails: what was said of its node and its end may have no meaning for it. */
    @Override
    public Set<String> dependents(String key) {
        return key.equals(WHAT) ? Set.of(NODE, DURATION) : Set.of();
    }

    private static FailureKind kind(String title) {
        return Stream.of(FailureKind.values()).filter(kind -> kind.title().equals(title)).findFirst().orElseThrow();
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        Checks checks = new Checks();
        FailureKind kind = kind(answers.get(WHAT));
        Optional<String> node = Optional.of(answers.get(NODE)).filter(name -> !name.isEmpty());
        Optional<String> text = Optional.of(answers.get(DURATION).strip()).filter(duration -> !duration.isEmpty());
        checks.ask(WHAT, () -> plan(kind, node, Optional.empty()));
        Optional<Optional<Duration>> duration = checks.ask(DURATION, () -> text.map(UnitFormat::parseTime));
        if (!checks.passed()) {
            return checks.failed();
        }
        return checks.ask(DURATION, () -> plan(kind, node, duration.orElseThrow())).map(plan -> reply(plan, text))
                .orElseGet(checks::failed);
    }

    private FailurePlan plan(FailureKind kind, Optional<String> node, Optional<Duration> duration) {
        return failures.plan(document.scenario(), OptionalLong.empty(), kind, node, duration, FailurePlan.REPLICATIONS);
    }

    private Reply reply(FailurePlan plan, Optional<String> duration) {
        List<String> options = new ArrayList<>(List.of("--what", plan.kind().word()));
        plan.node().ifPresent(node -> options.addAll(List.of("--node", node.name())));
        duration.ifPresent(text -> options.addAll(List.of("--duration", text)));
        return Reply.of(Messages.bind(StudyMessages.Fail_summary, plan.replications()), tools.study(document, StudyMessages.Fail_result, "fail", options,
                (progress, context) -> found(failures.play(plan, progress), context)));
    }

    private static Found found(Failure failure, ReportContext context) {
        return new Found(FailureReport.document(failure, context), List.of(DataForm.csv(() -> new FailureCsv().write(failure)),
                DataForm.json(() -> new FailureJson().write(failure))));
    }
}

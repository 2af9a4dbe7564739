// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

import org.quorate.app.SimulateScenario;
import org.quorate.app.StudyOptions;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.StudySettings;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.ui.Messages;

/** Asks which file system is simulated alone. */
final class SimulateQuestions implements Questionnaire {

    static final String FILE_SYSTEM = "fileSystem";

    private final StudyTools tools;
    private final ScenarioDocument document;
    private final FieldQuestions fields;
    private final SimulateScenario simulations;
    private final List<String> labels;

    SimulateQuestions(StudyTools tools, ScenarioDocument document) {
        this.tools = tools;
        this.document = document;
        fields = new FieldQuestions(document, tools.titles());
        simulations = tools.app().simulateScenario();
        labels = document.scenario().fileSystems().stream().map(FileSystemSpec::label).toList();
    }

    @Override
    public String title() {
        return StudyMessages.Simulate_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Simulate_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        return List.of(Question.choice(FILE_SYSTEM, StudyMessages.Unsafe_file_system, labels, entered.getOrDefault(FILE_SYSTEM, labels.get(0)), ""),
                fields.replications(entered), fields.seed(entered));
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        Checks checks = new Checks();
        return fields.runs(checks, answers).map(runs -> reply(answers.get(FILE_SYSTEM), runs)).orElseGet(checks::failed);
    }

    private Reply reply(String label, StudyOptions runs) {
        StudySettings own = document.scenario().study();
        List<String> options = new ArrayList<>(List.of("--file-system", label));
        OptionalLong seed = runs.seed();
        if (seed.isPresent()) {
            options.addAll(List.of("--seed", Long.toString(seed.getAsLong())));
        }
        if (runs.replications().isPresent()) {
            options.addAll(List.of("--replications", Integer.toString(runs.replications().getAsInt())));
        }
        return Reply.of(Messages.bind(StudyMessages.Simulate_summary, label, runs.replications().orElse(own.replications())),
                tools.study(document, StudyMessages.Simulate_result, "simulate", options, (progress, context) -> Studies.found(
                        simulations.simulate(document.scenario(), label, runs, progress), document.scenario(), context)));
    }
}

// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.quorate.app.KernelFile;
import org.quorate.app.ObserveScenario;
import org.quorate.app.ObservedNode;
import org.quorate.app.Progress;
import org.quorate.app.StudyOptions;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Node;
import org.quorate.model.Phase;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ObservationReport;
import org.quorate.report.ReportContext;
import org.quorate.study.io.ObservationCsv;
import org.quorate.study.io.ObservationJson;
import org.quorate.study.observe.Observation;
import org.quorate.study.observe.ObserveStudy;
import org.quorate.ui.Messages;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;

/** Asks for files of a running kernel, and which simulated node they are compared with. */
final class ObserveQuestions implements Questionnaire {

    static final String FILE_SYSTEM = "fileSystem";
    static final String NODE = "node";
    static final String PHASE = "phase";

    private final StudyTools tools;
    private final ScenarioDocument document;
    private final FieldQuestions fields;
    private final ObserveScenario observations;

    ObserveQuestions(StudyTools tools, ScenarioDocument document) {
        this.tools = tools;
        this.document = document;
        fields = new FieldQuestions(document, tools.titles());
        observations = tools.app().observeScenario();
    }

    @Override
    public String title() {
        return StudyMessages.Observe_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Observe_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        List<String> labels = document.scenario().fileSystems().stream().map(FileSystemSpec::label).toList();
        List<String> nodes = document.scenario().cluster().nodes().stream().map(Node::name).toList();
        List<String> phases = document.scenario().workload().phases().stream().map(Phase::name).toList();
        String label = entered.getOrDefault(FILE_SYSTEM, labels.get(0));
        List<Question> questions = new ArrayList<>(List.of(Question.choice(FILE_SYSTEM, StudyMessages.Unsafe_file_system, labels, label, ""),
                Question.choice(NODE, StudyMessages.Fail_node, nodes, entered.getOrDefault(NODE, nodes.get(0)), StudyMessages.Observe_node_hint),
                Question.choice(PHASE, StudyMessages.Observe_phase, phases, entered.getOrDefault(PHASE, phases.get(phases.size() - 1)),
                        StudyMessages.Observe_phase_hint)));
        for (KernelFile file : KernelFile.values()) {
            questions.add(Question.file(file.word(), file.word(), entered.getOrDefault(file.word(), ""), meaning(file))
                    .enabledIf(refusal(label, List.of(file)).isEmpty()));
        }
        questions.add(fields.replications(entered));
        questions.add(fields.seed(entered));
        return questions;
    }

    private static String meaning(KernelFile file) {
        return switch (file) {
            case SLABINFO -> StudyMessages.Observe_slabinfo;
            case GLOCKS -> StudyMessages.Observe_glocks;
            case GLSTATS -> StudyMessages.Observe_glstats;
            case LOCKING_STATE -> StudyMessages.Observe_locking_state;
        };
    }

    /** Why a file system does not have such files; absent: it has. */
    private Optional<String> refusal(String label, List<KernelFile> files) {
        try {
            observations.check(document.scenario(), label, files);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        Checks checks = new Checks();
        Map<KernelFile, Path> files = new EnumMap<>(KernelFile.class);
        for (KernelFile file : KernelFile.values()) {
            String name = answers.get(file.word()).strip();
            if (!name.isEmpty()) {
                checks.ask(file.word(), () -> readable(name)).ifPresent(path -> files.put(file, path));
            }
        }
        Optional<StudyOptions> runs = fields.runs(checks, answers);
        if (!checks.passed()) {
            return checks.failed();
        }
        if (files.isEmpty()) {
            // Nobody has made a mistake who has not yet chosen a file.
            return new Reply(Map.of(), StudyMessages.Observe_no_file, Optional.empty());
        }
        return reply(new ObserveStudy.Place(answers.get(FILE_SYSTEM), answers.get(NODE), answers.get(PHASE)), files, runs.orElseThrow());
    }

    /** The file of that name, if it can be read. */
    static Path readable(String name) {
        Path file = Path.of(name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException(Messages.bind(StudyMessages.Study_no_file, name));
        }
        return file;
    }

    private Reply reply(ObserveStudy.Place place, Map<KernelFile, Path> files, StudyOptions runs) {
        List<String> options = new ArrayList<>(List.of("--file-system", place.fileSystem(), "--node", place.node(), "--phase", place.phase()));
        files.forEach((kind, file) -> options.addAll(List.of("--" + kind.word(), file.toString())));
        Stream.of(runs.seed().isPresent() ? List.of("--seed", Long.toString(runs.seed().getAsLong())) : List.<String>of(),
                runs.replications().isPresent() ? List.of("--replications", Integer.toString(runs.replications().getAsInt())) : List.<String>of())
                .forEach(options::addAll);
        return Reply.of(Messages.bind(StudyMessages.Observe_summary, files.size()), tools.study(document, StudyMessages.Observe_result, "observe", options,
                (progress, context) -> observe(place, files, runs, progress, context)));
    }

    private Found observe(ObserveStudy.Place place, Map<KernelFile, Path> files, StudyOptions runs, Progress progress, ReportContext context)
            throws IOException {
        ObservedNode node = observations.read(files, progress);
        Observation observation = observations.observe(document.scenario(), place, node.state(), runs, progress);
        return new Found(ObservationReport.document(observation, node.unused(), context), List.of(
                DataForm.csv(() -> new ObservationCsv().write(observation)), DataForm.json(() -> new ObservationJson().write(observation))));
    }
}

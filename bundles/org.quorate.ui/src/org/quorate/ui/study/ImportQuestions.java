// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.quorate.app.ImportFile;
import org.quorate.app.ImportKind;
import org.quorate.app.ImportOptions;
import org.quorate.app.ImportedFile;
import org.quorate.app.Progress;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ImportReport;
import org.quorate.report.ReportContext;
import org.quorate.ui.Messages;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;

/** Asks for a file that another tool wrote, whose content is put into the scenario. */
final class ImportQuestions implements Questionnaire {

    static final String KIND = "kind";
    static final String FILE = "file";
    static final String NODES = "nodes";
    static final String BELOW = "below";

    private static final int MOST_DIGITS = 9;

    private final StudyTools tools;
    private final ScenarioDocument document;
    private final BiConsumer<String, ImportedFile> into;
    private final ImportFile imports;

    ImportQuestions(StudyTools tools, ScenarioDocument document, BiConsumer<String, ImportedFile> into) {
        this.tools = tools;
        this.document = document;
        this.into = into;
        imports = tools.app().importFile();
    }

    @Override
    public String title() {
        return StudyMessages.Import_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Import_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        ImportKind kind = kind(entered.getOrDefault(KIND, ImportKind.FIND.word()));
        boolean work = kind == ImportKind.STRACE || kind == ImportKind.FIO;
        return List.of(Question.choice(KIND, StudyMessages.Import_kind, Stream.of(ImportKind.values()).map(ImportKind::word).toList(), kind.word(),
                meaning(kind)),
                Question.file(FILE, StudyMessages.Import_file, entered.getOrDefault(FILE, ""), StudyMessages.Import_file_hint),
                Question.text(NODES, StudyMessages.Import_nodes, entered.getOrDefault(NODES,
                        String.valueOf(document.scenario().cluster().nodes().size())), StudyMessages.Import_nodes_hint).enabledIf(work),
                Question.text(BELOW, StudyMessages.Import_below, entered.getOrDefault(BELOW, ""), StudyMessages.Import_below_hint)
                        .enabledIf(kind == ImportKind.STRACE));
    }

    private static ImportKind kind(String word) {
        return Stream.of(ImportKind.values()).filter(kind -> kind.word().equals(word)).findFirst().orElseThrow();
    }

    private static String meaning(ImportKind kind) {
        return switch (kind) {
            case FIND -> StudyMessages.Import_find;
            case DU -> StudyMessages.Import_du;
            case DU_BYTES -> StudyMessages.Import_du_bytes;
            case STRACE -> StudyMessages.Import_strace;
            case FIO -> StudyMessages.Import_fio;
            case FIO_JSON -> StudyMessages.Import_fio_json;
        };
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        ImportKind kind = kind(answers.get(KIND));
        Checks checks = new Checks();
        String name = answers.get(FILE).strip();
        Optional<Path> file = checks.ask(FILE, () -> ObserveQuestions.readable(name));
        String below = answers.get(BELOW).strip();
        Optional<ImportOptions> options = checks.ask(NODES, () -> new ImportOptions(nodes(answers.get(NODES).strip()),
                Optional.of(below).filter(path -> !path.isEmpty())));
        if (!checks.passed()) {
            // Nobody has made a mistake who has not yet chosen a file.
            return name.isEmpty() ? Reply.of(Map.of()) : checks.failed();
        }
        return reply(kind, file.orElseThrow(), options.orElseThrow());
    }

    private int nodes(String text) {
        int own = document.scenario().cluster().nodes().size();
        return text.isEmpty() ? own : text.matches("[0-9]{1," + MOST_DIGITS + "}") ? Integer.parseInt(text) : 0;
    }

    private Reply reply(ImportKind kind, Path file, ImportOptions options) {
        List<String> command = new ArrayList<>(List.of("quorate", "import", kind.word(), file.toString(), "--into",
                document.scenario().name() + ".yaml", "--nodes", Integer.toString(options.nodes())));
        options.below().ifPresent(path -> command.addAll(List.of("--below", path)));
        return Reply.of(StudyMessages.Import_summary, tools.studyBy(document, Messages.bind(StudyMessages.Import_result, document.scenario().name(), file.getFileName()), "import",
                command, (progress, context) -> read(kind, file, options, progress, context)));
    }

    private Found read(ImportKind kind, Path file, ImportOptions options, Progress progress, ReportContext context) throws IOException {
        ImportedFile imported = imports.read(kind, file, options, progress);
        into.accept(file.getFileName().toString(), imported);
        return new Found(ImportReport.document(file.getFileName().toString(), imported.remarks(), imported.unused(file.toString()),
                imported.fragment(), context), List.of(new DataForm("YAML", "yaml", imported::fragment)));
    }
}

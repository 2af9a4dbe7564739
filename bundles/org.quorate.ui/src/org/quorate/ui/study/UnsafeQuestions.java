// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.quorate.app.ShareLocalFileSystem;
import org.quorate.app.StudyOptions;
import org.quorate.model.LocalSpec;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.ReportContext;
import org.quorate.report.UnsafeReport;
import org.quorate.study.io.UnsafeCsv;
import org.quorate.study.io.UnsafeJson;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.unsafe.UnsafeResult;
import org.quorate.study.unsafe.UnsafeStudy;
import org.quorate.ui.Messages;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;

/** Asks which local file system is mounted everywhere, and for how long. */
final class UnsafeQuestions implements Questionnaire {

    static final String FILE_SYSTEM = "fileSystem";
    static final String DURATION = "duration";

    private static final String EXT4 = FileSystemKind.EXT4.title();
    private static final String XFS = FileSystemKind.XFS.title();

    private final StudyTools tools;
    private final ScenarioDocument document;
    private final ShareLocalFileSystem runs;

    UnsafeQuestions(StudyTools tools, ScenarioDocument document) {
        this.tools = tools;
        this.document = document;
        runs = tools.app().shareLocalFileSystem();
    }

    @Override
    public String title() {
        return StudyMessages.Unsafe_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Unsafe_intro;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        return List.of(Question.choice(FILE_SYSTEM, StudyMessages.Unsafe_file_system, List.of(EXT4, XFS),
                entered.getOrDefault(FILE_SYSTEM, EXT4), ""),
                Question.text(DURATION, StudyMessages.Unsafe_duration, entered.getOrDefault(DURATION,
                        UnitFormat.format(UnsafeStudy.DEFAULT_DURATION)), Messages.bind(StudyMessages.Unsafe_duration_hint,
                                UnitFormat.format(UnsafeStudy.SHORTEST), UnitFormat.format(UnsafeStudy.LONGEST))));
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        Checks checks = new Checks();
        Optional<Duration> duration = checks.ask(DURATION, () -> UnitFormat.parseTime(answers.get(DURATION).strip()));
        duration.ifPresent(given -> checks.ask(DURATION, () -> {
            runs.check(document.scenario(), given);
            return given;
        }));
        if (!checks.passed()) {
            return checks.failed();
        }
        LocalSpec.Kind kind = answers.get(FILE_SYSTEM).equals(EXT4) ? LocalSpec.Kind.EXT4 : LocalSpec.Kind.XFS;
        List<String> options = List.of("--file-system", kind.name().toLowerCase(Locale.ROOT), "--duration", answers.get(DURATION).strip());
        return Reply.of(StudyMessages.Unsafe_summary, tools.study(document, StudyMessages.Unsafe_result, "unsafe", options, (progress, context) ->
                found(runs.run(document.scenario(), kind, duration.orElseThrow(), StudyOptions.NONE, progress), context)));
    }

    private static Found found(UnsafeResult result, ReportContext context) {
        return new Found(UnsafeReport.document(result, context), List.of(DataForm.csv(() -> new UnsafeCsv().write(result)),
                DataForm.json(() -> new UnsafeJson().write(result))));
    }
}
